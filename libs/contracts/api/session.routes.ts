import { z } from 'zod';
import { id, instant, password } from './fields.js';
import { route } from './route.js';

export const ROLES = ['bureau', 'sector-office', 'department', 'unit', 'agency', 'expert', 'observer', 'system'] as const;
export const role = z.enum(ROLES);

/** A role and the place in the tree for which it holds. */
export const grantFields = {
  role,
  district: id.nullable().default(null),
  unit: id.nullable().default(null),
  sectorOffice: id.nullable().default(null),
  agency: id.nullable().default(null),
};

export const grant = z.strictObject({ id, ...grantFields, place: z.string().nullable() }).meta({ id: 'Grant' });

const me = z
  .strictObject({
    person: id,
    name: z.string(),
    email: z.string(),
    language: z.enum(['zh', 'en']),
    grants: z.array(grant),
    /** Goes into X-CSRF-Token of every request that changes something. */
    csrfToken: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'Session' });

const tag = 'session';

export const logIn = route({
  id: 'logIn',
  method: 'post',
  path: '/session',
  tag,
  summary: '登录 Log in; sets the httpOnly cookie and answers the CSRF token',
  action: 'public',
  body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
  answer: me,
  status: 201,
});
export const getSession = route({
  id: 'getSession',
  method: 'get',
  path: '/session',
  tag,
  summary: '当前用户 Who is logged in, with roles',
  action: 'session.own',
  answer: me,
});
export const logOut = route({ id: 'logOut', method: 'delete', path: '/session', tag, summary: '退出 Log out', action: 'session.own' });
export const logOutEverywhere = route({
  id: 'logOutEverywhere',
  method: 'delete',
  path: '/sessions',
  tag,
  summary: '全部退出 Log out on every device',
  action: 'session.own',
});
export const changePassword = route({
  id: 'changePassword',
  method: 'post',
  path: '/session/password',
  tag,
  summary: '修改密码 Change the password; other sessions end',
  action: 'session.own',
  body: z.strictObject({ current: z.string().max(200), next: password }),
});

export const SESSION_ROUTES = [logIn, getSession, logOut, logOutEverywhere, changePassword];
