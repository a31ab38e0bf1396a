/** The last line of a CI run, counted from jest's own reports: fails when a test failed or none ran in one of them. */
import { existsSync, readFileSync } from 'node:fs';

const files = process.argv.slice(2);

function count(file) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults = [] } = report;
  // A suite that could not even be loaded has no failed test, but a failure it is.
  const unread = testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0).length;
  return { passed, failed: numFailedTests + unread };
}

const counts = files.map(count);
const total = (key) => counts.reduce((sum, it) => sum + it[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 && counts.every(({ passed }) => passed > 0) ? 0 : 1);
