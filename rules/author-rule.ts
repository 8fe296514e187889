import { foldedText } from '../contract/reading/folded-text.ts';

/** GitHub's coding agent has three names: its login over REST and over GraphQL, and the one that its page shows. */
const codingAgent = 'copilot-swe-agent[bot]';
const codingAgentNames = ['copilot', 'copilot[bot]', 'copilot-swe-agent'];

/** An account in one spelling; `app/dependabot` is how GitHub's search writes `dependabot[bot]`. */
function accountOf(name: string): string {
  const folded = foldedText(name);
  const account = folded.startsWith('app/') ? `${folded.slice('app/'.length)}[bot]` : folded;
  return codingAgentNames.includes(account) ? codingAgent : account;
}

const botMark = '[bot]';
const withoutMark = (account: string) =>
  account.endsWith(botMark) ? account.slice(0, -botMark.length) : account;

/**
 * The rule that names an author; undefined where none does. A login decides where it is known: a rule without
 * the mark means a bot of that name too, one with it only the bot. A display name anybody can choose, so it counts
 * only where it is all that is known.
 */
export function authorRule(
  rules: readonly string[],
): (author: { login: string | null; name: string | null }) => string | undefined {
  const byAccount = new Map(rules.map((rule) => [accountOf(rule), rule]));
  const byName = new Map(rules.map((rule) => [withoutMark(accountOf(rule)), rule]));
  byName.delete('');
  return ({ login, name }) => {
    if (!login) return name ? byName.get(withoutMark(accountOf(name))) : undefined;
    const account = accountOf(login);
    return byAccount.get(account) ?? byAccount.get(withoutMark(account));
  };
}
