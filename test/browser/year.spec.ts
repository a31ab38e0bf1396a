import { agencyPlan } from './journeys/agency.js';
import { bulkReview } from './journeys/bulk-review.js';
import { assignment, evaluation } from './journeys/evaluation.js';
import { everyPage } from './journeys/every-page.js';
import { filingByKeyboard } from './journeys/filing.js';
import { launch } from './journeys/launch.js';
import { monitoring } from './journeys/monitoring.js';
import { readers } from './journeys/readers.js';
import { selfEvaluation } from './journeys/self-evaluation.js';
import { spotCheck } from './journeys/spot-check.js';
import { Stage } from './support/stage.js';

const stage = new Stage();

beforeAll(() => stage.open(), 300_000);
afterAll(() => stage.close());

// The year goes on from one to the next, so their order is that of the calendar.
describe('October 2022: a target is filed and reviewed with the keyboard alone', () => {
  filingByKeyboard(stage);
});
describe('November 2022: many filings are reviewed together', () => {
  bulkReview(stage);
});
describe('February 2023: a unit evaluates its year', () => {
  selfEvaluation(stage);
});
describe('March 2023: self-scores are checked', () => {
  spotCheck(stage);
});
describe('May 2023: the bureau selects and assigns', () => {
  assignment(stage);
});
describe('June 2023: an evaluation from declaration to acceptance', () => {
  evaluation(stage);
});
describe('June 2023: an agency sends in its plan', () => {
  agencyPlan(stage);
});
describe('August 2023: money and targets are monitored', () => {
  monitoring(stage);
});
describe('November 2023: those who only read', () => {
  readers(stage);
});
describe('November 2023: every page', () => {
  everyPage(stage);
});
// Last, so that the pictures of the pages show one year.
describe('November 2023: the next year is launched', () => {
  launch(stage);
});
