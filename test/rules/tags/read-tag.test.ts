import { expect, test } from 'vitest';
import { readTag } from '../../../rules/tags/read-tag.ts';

/** `package|kind|numbers|qualifiers|build`, empty parts left out. */
function shown(name: string): string | null {
  const tag = readTag(name);
  if (!tag) return null;
  const qualifiers = tag.qualifiers.map(({ word, numbers }) => [word, ...numbers].join(' ').trim());
  return [tag.package, tag.kind === 'date' ? 'date' : '', tag.numbers.join('.'), ...qualifiers]
    .filter((part) => part !== '')
    .concat(tag.build.length > 0 ? [`+${tag.build.join('.')}`] : [])
    .join(' | ');
}

test.each([
  ['v1.2.3', '1.2.3'],
  ['1.2.3', '1.2.3'],
  ['V1.2.3', '1.2.3'],
  ['v5', '5'],
  ['release-1.2', '1.2'],
  ['release/2026.11', '2026.11'],
  ['rel_1_4_2', '1.4.2'],
  ['REL_15_2', '15.2'],
  ['REL9_6_24', '9.6.24'],
  ['R_2_5_0', '2.5.0'],
  ['V_9_9_P2', '9.9 | p 2'],
  ['v1-2-3', '1.2.3'],
  ['boost_1_80_0', 'boost | 1.80.0'],
  ['curl-8_1_2', 'curl | 8.1.2'],
  ['jenkins-2.100', 'jenkins | 2.100'],
  ['jdk-21+35', 'jdk | 21 | +35'],
  ['go1.21rc2', 'go | 1.21 | rc 2'],
  ['llvmorg-17.0.1-rc2', 'llvmorg | 17.0.1 | rc 2'],
  ['v1.2.3+build.7', '1.2.3 | +build.7'],
  ['v1.4.0+16', '1.4.0 | +16'],
])('%s of the repository itself is read', (name, expected) => {
  expect(shown(name)).toBe(expected);
});

test.each([
  ['pkg@1.2.3', 'pkg | 1.2.3'],
  ['@acme/ui@1.2.3-rc.1', '@acme/ui | 1.2.3 | rc 1'],
  ['pkg-v1.2.3', 'pkg | 1.2.3'],
  ['pkg/v1.2.3', 'pkg | 1.2.3'],
  ['Pkg-1.2.3', 'pkg | 1.2.3'],
  ['pkg2-1.2.3', 'pkg2 | 1.2.3'],
  ['pkg2-5', 'pkg2 | 5'],
  ['rel/commons-lang-3.12.0', 'commons-lang | 3.12.0'],
  ['r-1.2.3', 'r | 1.2.3'],
  ['scala_2.13-1.4.0', 'scala_2.13 | 1.4.0'],
])('%s names a package', (name, expected) => {
  expect(shown(name)).toBe(expected);
});

test.each([
  ['2.0.0a1', '2.0.0 | a 1'],
  ['v1.2.3b2', '1.2.3 | b 2'],
  ['1.0.2u', '1.0.2 | +21'],
  ['4.1.2.Final', '4.1.2'],
  ['v5.0.2.RELEASE', '5.0.2'],
  ['1.0.1.post1', '1.0.1 | post 1'],
  ['1.0.0.dev3', '1.0.0 | dev 3'],
  ['3.0.0.Beta2', '3.0.0 | beta 2'],
  ['5.0.0.M3', '5.0.0 | m 3'],
  ['1.0.0-alpha01', '1.0.0 | alpha 1'],
  ['9.4.50.v20221201', '9.4.50 | +20221201'],
  ['1.2.3-4', '1.2.3 | 4'],
  ['debian/1.2.3-4', 'debian | 1.2.3 | +4'],
  ['v1.2.3-4-g1a2b3c4', '1.2.3 | 4 | +g1a2b3c4'],
  ['preview-3.1.0', '3.1.0 | preview'],
  ['jdk8u402-b06', 'jdk | 8 | u 402 | b 6'],
])('%s is read with what stands behind the numbers', (name, expected) => {
  expect(shown(name)).toBe(expected);
});

test.each([
  ['20260105', 'date | 2026.1.5'],
  ['2026-01-05', 'date | 2026.1.5'],
  ['2026.01.05', 'date | 2026.1.5'],
  ['2026_01_05', 'date | 2026.1.5'],
  ['release-2026-01-05', 'date | 2026.1.5'],
  ['20260105.1', 'date | 2026.1.5 | +1'],
  ['20260105-2', 'date | 2026.1.5 | +2'],
  ['2026-01-05b', 'date | 2026.1.5 | +2'],
  ['20260105T1200', 'date | 2026.1.5 | +120000'],
  ['20260105123000', 'date | 2026.1.5 | +123000'],
  ['RELEASE.2025-02-04T04-57-50Z', 'date | 2025.2.4 | +45750'],
  ['2024a', 'date | 2024 | +1'],
  ['2026-01', 'date | 2026.1'],
  ['nightly-2026-01-05', 'nightly | date | 2026.1.5'],
])('%s is a date', (name, expected) => {
  expect(shown(name)).toBe(expected);
});

test.each([
  ['24.04', '24.4'],
  ['2026.1', '2026.1'],
  ['2026.1.5', '2026.1.5'],
  ['20261305', '20261305'],
  ['1.0.20260105', '1.0.20260105'],
])('%s is a version, not a date', (name, expected) => {
  expect(shown(name)).toBe(expected);
});

test.each(['nightly', 'latest', 'v', 'release/', '1.x', '2.1.x', `v1.${'0'.repeat(300)}`])(
  '%s names no version',
  (name) => {
    expect(readTag(name)).toBeNull();
  },
);
