import { disclosure } from './journeys/disclosure.js';
import { feedback } from './journeys/feedback.js';
import { linkage, linkageDecision } from './journeys/linkage.js';
import { rectification } from './journeys/rectification.js';
import { lateScript } from './support/script.js';
import { Stage } from './support/stage.js';

const stage = new Stage();

beforeAll(async () => stage.open(await lateScript()), 300_000);
afterAll(() => stage.close());

// What comes after the evaluations, in the order of the calendar.
describe('August 2023: a notice is fed back', () => {
  feedback(stage, '2023-08-24');
});
describe('16 October 2023: what is public', () => {
  disclosure(stage, '2023-10-15');
});
describe('16 October 2023: the next budget', () => {
  linkage(stage, '2023-10-15');
});
describe('16 October 2023: what was fed back is corrected', () => {
  rectification(stage, '2023-10-15');
});
describe('26 October 2023: the next budget is decided', () => {
  linkageDecision(stage, '2023-10-25');
});
