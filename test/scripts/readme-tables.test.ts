import { describe, expect, it } from 'vitest';
import { withTables } from '../../scripts/generate/readme-tables.ts';

const readme = (...inside: string[]) =>
  `# Shop\n\n<!-- generated:exit-codes -->${inside.join('')}<!-- /generated -->\n\nThe end.\n`;

describe('the tables of the README', () => {
  it('stand between their markers, and the rest stays', () => {
    const filled = withTables(readme('\n\nold\n\n'));
    expect(filled).toMatch(/^# Shop\n\n<!-- generated:exit-codes -->\n\n\| Exit code \|/);
    expect(filled).toMatch(/\|\n\n<!-- \/generated -->\n\nThe end\.\n$/);
    expect(filled).not.toContain('old');
  });

  it('come out the same when they are made again', () => {
    const once = withTables(readme());
    expect(withTables(once)).toBe(once);
  });

  it('leave a README without markers alone', () => {
    expect(withTables('# Shop\n')).toBe('# Shop\n');
  });

  it('name a marker that is not closed before the next one', () => {
    const open = `<!-- generated:inputs -->\n\n${readme()}`;
    expect(() => withTables(open)).toThrow('"<!-- generated:inputs -->" has no <!-- /generated -->');
  });

  it('name a table there is not', () => {
    expect(() => withTables('<!-- generated:prices --><!-- /generated -->')).toThrow(
      'no table "prices"; there are inputs, options, exit-codes',
    );
  });
});
