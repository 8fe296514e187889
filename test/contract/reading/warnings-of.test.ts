import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../action/report/render-markdown.ts';
import { renderTerminal } from '../../../cli/render-terminal.ts';
import { reportOutline } from '../../../contract/reading/report-outline.ts';
import type { Report } from '../../../contract/report.ts';
import { renderSlack } from '../../../delivery/slack/render-slack.ts';
import { manifestOf } from '../../support/manifest-of.ts';

const doubt = { code: 'previous_tag_missing', text: 'acme/shop: ask for --tag-range v0.9.0..2026-01-05.' };
const aside = { code: 'series_chosen', text: 'acme/shop: its tags are of several series.' };

function outlineWith(notices: Report['notices']) {
  const manifest = manifestOf([]);
  const report: Report = {
    contract_version: manifest.contract_version,
    analysis_type: 'release',
    headline: 'What shipped',
    summary: 'Something did.',
    sections: [],
    also_merged: [],
    degraded: null,
    complete: true,
    notices,
  };
  return reportOutline(report, manifest, { start: null, end: null, base: null, head: null });
}

test('what puts the window in doubt stands before the headline, in every medium', () => {
  const outline = outlineWith([aside, doubt]);

  expect(renderMarkdown(outline).indexOf('v0.9.0..2026-01-05')).toBeLessThan(
    renderMarkdown(outline).indexOf('What shipped'),
  );
  expect(renderTerminal(outline, process.stdout)).toMatch(/^\S*Note: acme\/shop: ask for --tag-range/);
  const [first] = renderSlack(outline, { runUrl: null, artifactUrl: null });
  expect(JSON.stringify(first?.blocks[0])).toContain('v0.9.0..2026-01-05');
  expect(first?.text).toMatch(/^acme\/shop: ask for --tag-range/);
});

test('other notices stay below the report, and none is told twice', () => {
  const outline = outlineWith([aside, doubt]);

  expect(outline.warnings).toEqual([doubt.text]);
  expect(outline.notes).toEqual([aside.text]);
});

test('an outline without a doubt has no field for one, so that an older App reads it', () => {
  expect(outlineWith([aside])).not.toHaveProperty('warnings');
});
