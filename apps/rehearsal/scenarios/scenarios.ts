import { dateMoved } from './date-moved.js';
import { holidayInCommentWindow } from './holiday-in-comment-window.js';
import { mailDown } from './mail-down.js';
import { massReturn } from './mass-return.js';
import type { Scenario } from './scenario.js';
import { silentAgency } from './silent-agency.js';
import { unitDissolved } from './unit-dissolved.js';

/** By the name that `jiheng rehearse --scenario` takes. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'holiday-in-comment-window': holidayInCommentWindow,
  'silent-agency': silentAgency,
  'mass-return': massReturn,
  'unit-dissolved': unitDissolved,
  'mail-down': mailDown,
  'date-moved': dateMoved,
};
