// Adds up the JSON reports in a folder and ends with one line, `N passed, N failed, N skipped`.
// Runs on whatever Node is there, also when `npm ci` failed. Exit code 1 when a test failed or none ran.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const sum = { passed: 0, failed: 0, skipped: 0 };

for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') sum.passed += 1;
      else if (test.status === 'failed') sum.failed += 1;
      else sum.skipped += 1;
    }
    // A file that cannot be loaded has no tests to report, and still is a failure.
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
      sum.failed += 1;
  }
}

if (sum.passed + sum.failed + sum.skipped === 0) console.log('No test ran.');
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
