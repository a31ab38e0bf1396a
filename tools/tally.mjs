/** The last line of a CI run, counted from jest's own report: fails when a test failed or none ran. */
import { existsSync, readFileSync } from 'node:fs';

const file = process.argv[2] ?? 'coverage/results.json';
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const { numPassedTests: passed = 0, numFailedTests = 0, testResults = [] } = report;
// A suite that could not even be loaded has no failed test, but a failure it is.
const failed = numFailedTests + testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0).length;
console.log(`${passed} passed, ${failed} failed`);
process.exit(passed > 0 && failed === 0 ? 0 : 1);
