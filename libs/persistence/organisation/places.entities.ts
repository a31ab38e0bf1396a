import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('district')
export class DistrictEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') origin!: 'published' | 'generated' | 'real';
}

/** 归口业务科室 */
@Entity('sector_office')
export class SectorOfficeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'district_id' }) districtId!: string;
  @Column('text') name!: string;
  @Column('text', { array: true, default: [] }) aliases!: string[];
}

/** 第三方机构 */
@Entity('agency')
export class AgencyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'district_id' }) districtId!: string;
  @Column('text') name!: string;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('text', { name: 'credit_grade', nullable: true }) creditGrade!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}

/** 预算单位; a department (主管部门) is the unit at the top of its branch. */
@Entity('budget_unit')
export class BudgetUnitEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'district_id' }) districtId!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('uuid', { name: 'department_id' }) departmentId!: string;
  @Column('uuid', { name: 'sector_office_id', nullable: true }) sectorOfficeId!: string | null;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text', { array: true, default: [] }) aliases!: string[];
  @Column('text', { default: '部门' }) category!: string;
  @Column('boolean', { default: false }) classified!: boolean;
  @Column('date', { name: 'dissolved_on', nullable: true }) dissolvedOn!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
