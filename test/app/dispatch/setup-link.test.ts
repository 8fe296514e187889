import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { setupLink } from '../../../app/dispatch/setup-link.ts';
import { workflowTemplateText } from '../../../app/dispatch/workflow-template.generated.ts';
import { callbackUrl } from './dispatch-world.ts';

const given = {
  webUrl: 'https://github.com',
  fullName: 'acme/shop',
  branch: 'main',
  path: '.github/workflows/zenpulse.yml',
  callbackUrl,
};

test('leads to a new file on the default branch', () => {
  const { url, isFilled } = setupLink({ ...given, branch: 'release/1.x' });
  const { pathname, searchParams } = new URL(url);

  expect([pathname, searchParams.get('filename'), isFilled]).toEqual([
    '/acme/shop/new/release/1.x',
    given.path,
    true,
  ]);
});

test('brings the template with the host of the App, in an address GitHub takes', () => {
  const { url } = setupLink(given);
  const template: unknown = parse(
    workflowTemplateText.replace(/callback_allowed_hosts: .*/, 'callback_allowed_hosts: pulses.acme.example'),
  );

  expect(parse(new URL(url).searchParams.get('value') ?? '')).toEqual(template);
  expect(url.length).toBeLessThan(8_000);
});

test('leaves the descriptions out where the address would be too long', () => {
  const { url, isFilled } = setupLink({ ...given, branch: 'x'.repeat(2_500) });
  const text = new URL(url).searchParams.get('value') ?? '';

  expect([isFilled, url.length < 8_000]).toEqual([true, true]);
  expect(text).not.toContain('description');
  expect(text).toContain('callback_allowed_hosts: pulses.acme.example');
});

test('leads to an empty page where even that is too long', () => {
  const { url, isFilled } = setupLink({ ...given, branch: 'x'.repeat(6_000) });

  expect(isFilled).toBe(false);
  expect(new URL(url).searchParams.has('value')).toBe(false);
});
