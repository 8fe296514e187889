import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatcher, pathMatcher } from '../../rules/linear-pattern.ts';

/** The paths of a few that a pattern matches. */
const matched = (pattern: string, ...paths: string[]) => paths.filter(pathMatcher([pattern]));

describe('a pattern over paths', () => {
  it('means a file, or a folder with everything below it, when it is plain', () => {
    expect(
      matched('packages/shop', 'packages/shop', 'packages/shop/src/a.ts', 'packages/shop-api/a.ts'),
    ).toEqual(['packages/shop', 'packages/shop/src/a.ts']);
  });

  it('means the folder alone with / at its end', () => {
    expect(matched('docs/', 'docs', 'docs/a.md', 'docs/.b/c.md', 'src/docs/a.md')).toEqual([
      'docs/a.md',
      'docs/.b/c.md',
    ]);
  });

  it.each(['packages/shop', 'packages/shop/', 'packages/shop/**', 'packages/shop/**/'])(
    'starts at the top with and without / or ./ before it: %s',
    (pattern) => {
      const paths = [
        'packages/shop/a.ts',
        'packages/shop/src/b/c.ts',
        'x/packages/shop/a.ts',
        'packages/a.ts',
      ];
      for (const start of ['', '/', './'])
        expect(matched(start + pattern, ...paths)).toEqual(paths.slice(0, 2));
    },
  );

  it('names folders by a glob when / stands behind it', () => {
    const paths = ['packages/a.ts', 'packages/shop/a.ts', 'packages/shop/src/a.ts'];

    expect(matched('packages/*', ...paths)).toEqual(['packages/a.ts']);
    expect(matched('packages/*/', ...paths)).toEqual(paths.slice(1));
  });

  it('goes below a plain name behind a glob', () => {
    expect(matched('packages/*/src', 'packages/shop/src/a.ts', 'packages/shop/test/a.ts')).toEqual([
      'packages/shop/src/a.ts',
    ]);
    expect(matched('packages/{shop,pay}', 'packages/pay/src/a.ts', 'packages/api/a.ts')).toEqual([
      'packages/pay/src/a.ts',
    ]);
  });

  it('finds *.md in the top folder only, **/*.md there and anywhere', () => {
    const paths = ['README.md', '.hidden.md', 'docs/a.md', 'README.md/a'];

    expect(matched('*.md', ...paths)).toEqual(['README.md', '.hidden.md']);
    expect(matched('/*.md', ...paths)).toEqual(['README.md', '.hidden.md']);
    expect(matched('**/*.md', ...paths)).toEqual(['README.md', '.hidden.md', 'docs/a.md']);
  });

  it('means a bracket where a set holds it', () => {
    expect(matched('app/[[]slug]/**', 'app/[slug]/page.tsx', 'app/s/page.tsx')).toEqual([
      'app/[slug]/page.tsx',
    ]);
  });

  it('reads every way to write a folder alike', () => {
    const name = fc.stringMatching(/^[a-z.+ ()@-]{0,6}[a-z]$/);
    const names = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(
        names,
        names,
        fc.constantFrom('', '/', './'),
        fc.constantFrom('', '/', '/**'),
        (folder, file, start, end) => {
          const matches = pathMatcher([start + folder + end]);
          expect([
            matches(`${folder}/${file}`),
            matches(`${folder}x/${file}`),
            matches(`x/${folder}/${file}`),
          ]).toEqual([true, false, `x/${folder}/${file}`.startsWith(`${folder}/`)]);
        },
      ),
    );
  });
});

describe('a glob over tags', () => {
  it('repeats a set with + behind it, as filters of workflows do', () => {
    const isTag = globMatcher(['v[0-9]+.[0-9]+.[0-9]+']);

    expect(['v1.20.300', 'v1.2', 'v1.2.3-rc.1', 'v1+.2+.3+'].filter(isTag)).toEqual(['v1.20.300']);
  });
});
