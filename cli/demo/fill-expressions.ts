/** What `github`, `inputs`, `needs` and `steps` lead to in an expression, as a tree of text. */
export interface Values {
  [name: string]: string | Values | undefined;
}

function valueOf(operand: string, values: Values): string {
  const [, literal] = /^'([^']*)'$/.exec(operand) ?? [];
  if (literal !== undefined) return literal;
  if (!/^\w+(?:\.[\w-]+)+$/.test(operand))
    throw new Error(`the demo's runner does not know the expression ${operand}`);
  let at: string | Values | undefined = values;
  for (const name of operand.split('.')) at = typeof at === 'object' ? at[name] : undefined;
  return typeof at === 'string' ? at : '';
}

/**
 * Fills the expressions that the templates use into a text: names with dots, literals, and `||` between them. What is
 * not known is empty, as on GitHub.
 */
export const fillExpressions = (text: string, values: Values): string =>
  text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const operands = expression.split('||').map((operand) => valueOf(operand.trim(), values));
    return operands.find((value) => value !== '') ?? '';
  });
