import { visibleText } from '../../../contract/reading/visible-text.ts';
import type { Git } from './run-git.ts';

/** Whoever wrote a commit, as readers are shown them. Both null: nothing is known. */
export interface Person {
  login: string | null;
  name: string | null;
}

/** The `.mailmap` of one commit. */
export interface Mailmap {
  /** Where git finds it, `<commit>:.mailmap`; empty for none. */
  blob: string;
  /** Logins by `identity`: of people whom the map gives another address than their GitHub no-reply one. */
  logins: ReadonlyMap<string, string>;
}

export const noMailmap: Mailmap = { blob: '', logins: new Map() };

/** Far more than anybody's name or address; longer ones are cut before a pattern sees them. */
const longest = 255;

/** GitHub's no-reply addresses hold the login: `12345+ada@users.noreply.github.com`. */
const noReply = /^(?:\d+\+)?([\w[\]-]+)@users\.noreply\.github\.com$/i;

const loginIn = (email: string) => noReply.exec(email.slice(0, longest))?.[1] ?? null;

const identity = (name: string, email: string) => `${name}\n${email.toLowerCase()}`;

/** Of lines such as `Ada Lovelace <ada@example.com> <1+ada@users.noreply.github.com>`; without a name, for any name. */
function loginsOf(text: string): Map<string, string> {
  const logins = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const [shown, written] = [...line.matchAll(/<([^<>]*)>/g)].map(([, email = '']) => email.trim());
    const login = written === undefined ? null : loginIn(written);
    if (shown === undefined || login === null) continue;
    const person = identity(line.slice(0, line.indexOf('<')).trim(), shown);
    if (!logins.has(person)) logins.set(person, login);
  }
  return logins;
}

/**
 * Reads the map as a commit holds it, not as a checkout or a user's settings have it: one clone, one answer.
 * @throws ZenPulseError `repository_partial` where the clone lacks the file, which git itself would pass over
 */
export async function readMailmap(git: Git, commit: string): Promise<Mailmap> {
  const blob = `${commit}:.mailmap`;
  const listed = await git.text(['ls-tree', commit, '--', '.mailmap']);
  if (!/^\d+ blob /.test(listed)) return noMailmap;
  return { blob, logins: loginsOf(await git.text(['cat-file', 'blob', blob])) };
}

function shownName(name: string): string | null {
  const text = visibleText(name.slice(0, longest));
  return name.length > longest ? `${text}…` : text || null;
}

/** Makes people of git's `%aN` and `%aE`; histories have few authors and many commits, so each is made once. */
export function peopleBy({ logins }: Mailmap): (name: string, email: string) => Person {
  const known = new Map<string, Person>();
  return (givenName, email) => {
    // git prints the form itself where a commit has no author.
    const name = givenName === '%aN' ? '' : givenName;
    const key = identity(name, email);
    const person = known.get(key) ?? {
      login: loginIn(email) ?? logins.get(key) ?? logins.get(identity('', email)) ?? null,
      name: shownName(name),
    };
    known.set(key, person);
    return person;
  };
}
