import { z } from 'zod';
import { day, id, instant } from './fields.js';

/** What every numbered letter to a department says of itself. */
export const letterFields = {
  id,
  district: id,
  campaign: id,
  /** The department that it is addressed to. */
  department: id,
  departmentName: z.string(),
  year: z.int(),
  serial: z.int(),
  /** 文号 */
  number: z.string(),
  issuer: z.string(),
  issuedOn: day,
  issuedAt: instant,
};
