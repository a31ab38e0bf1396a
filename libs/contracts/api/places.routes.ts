import { z } from 'zod';
import { byId, day, flag, id, listQuery, name, page, version } from './fields.js';
import { route } from './route.js';

const tag = 'organisation';
const aliases = z.array(name).max(20);

export const district = z
  .strictObject({ id, code: z.string(), name: z.string(), origin: z.enum(['published', 'generated', 'real']) })
  .meta({ id: 'District' });
export const sectorOffice = z
  .strictObject({ id, district: id, name: z.string(), aliases: z.array(z.string()) })
  .meta({ id: 'SectorOffice' });
export const agency = z.strictObject({ id, district: id, name: z.string() }).meta({ id: 'Agency' });
export const unit = z
  .strictObject({
    id,
    district: id,
    parent: id.nullable(),
    department: id,
    departmentName: z.string(),
    sectorOffice: id.nullable(),
    code: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    category: z.string(),
    classified: z.boolean(),
    dissolvedOn: day.nullable(),
    version,
  })
  .meta({ id: 'Unit' });

const unitFields = {
  code: z.string().regex(/^[\w.-]{1,40}$/, { error: '代码为 1–40 个字母、数字或 . - _ (a code is 1 to 40 letters, digits or . - _)' }),
  name,
  aliases,
  category: name,
  classified: z.boolean(),
  sectorOffice: id.nullable(),
};

const q = name.optional();
const inDistrict = { q, district: id.optional() };

export const listDistricts = route({
  id: 'listDistricts',
  method: 'get',
  path: '/districts',
  tag,
  summary: '地区 Districts',
  action: 'places.read',
  query: listQuery(['code', '-code'], { q }),
  answer: page(district),
});
export const createDistrict = route({
  id: 'createDistrict',
  method: 'post',
  path: '/districts',
  tag,
  summary: '新增地区 Add a district',
  action: 'districts.write',
  body: z.strictObject({ code: unitFields.code, name }),
  answer: district,
  status: 201,
});
export const listSectorOffices = route({
  id: 'listSectorOffices',
  method: 'get',
  path: '/sector-offices',
  tag,
  summary: '归口科室 Sector offices',
  action: 'places.read',
  query: listQuery(['name', '-name'], inDistrict),
  answer: page(sectorOffice),
});
export const createSectorOffice = route({
  id: 'createSectorOffice',
  method: 'post',
  path: '/sector-offices',
  tag,
  summary: '新增归口科室 Add a sector office',
  action: 'places.write',
  body: z.strictObject({ district: id, name, aliases: aliases.default([]) }),
  answer: sectorOffice,
  status: 201,
});
export const listAgencies = route({
  id: 'listAgencies',
  method: 'get',
  path: '/agencies',
  tag,
  summary: '第三方机构 Agencies',
  action: 'places.read',
  query: listQuery(['name', '-name'], inDistrict),
  answer: page(agency),
});
export const createAgency = route({
  id: 'createAgency',
  method: 'post',
  path: '/agencies',
  tag,
  summary: '新增第三方机构 Add an agency',
  action: 'places.write',
  body: z.strictObject({ district: id, name }),
  answer: agency,
  status: 201,
});
export const listUnits = route({
  id: 'listUnits',
  method: 'get',
  path: '/units',
  tag,
  summary: '预算单位 Departments and units',
  action: 'places.read',
  query: listQuery(['code', '-code', 'name', '-name'], {
    ...inDistrict,
    department: id.optional(),
    sectorOffice: id.optional(),
    departmentsOnly: flag.optional(),
    dissolved: flag.optional(),
  }),
  answer: page(unit),
});
export const getUnit = route({
  id: 'getUnit',
  method: 'get',
  path: '/units/{unit}',
  tag,
  summary: '预算单位详情 One unit',
  action: 'places.read',
  params: byId('unit'),
  answer: unit,
  etag: true,
});
export const createUnit = route({
  id: 'createUnit',
  method: 'post',
  path: '/units',
  tag,
  summary: '新增预算单位 Add a unit below `parent`, or a department without one',
  action: 'places.write',
  body: z.strictObject({
    district: id,
    parent: id.nullable(),
    ...unitFields,
    aliases: aliases.default([]),
    category: name.default('部门'),
    classified: z.boolean().default(false),
    sectorOffice: id.nullable().default(null),
  }),
  answer: unit,
  status: 201,
  etag: true,
});
export const changeUnit = route({
  id: 'changeUnit',
  method: 'patch',
  path: '/units/{unit}',
  tag,
  summary: '修改预算单位 Change a unit; dissolve it with a day',
  action: 'places.write',
  params: byId('unit'),
  body: z.strictObject({ ...unitFields, dissolvedOn: day.nullable() }).partial(),
  answer: unit,
  etag: true,
  ifMatch: true,
});

export const PLACE_ROUTES = [
  listDistricts,
  createDistrict,
  listSectorOffices,
  createSectorOffice,
  listAgencies,
  createAgency,
  listUnits,
  getUnit,
  createUnit,
  changeUnit,
];
