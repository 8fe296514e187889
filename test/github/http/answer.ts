/** A whole HTTP answer, before anything went wrong with it. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export function jsonAnswer(status: number, body: unknown, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: body === null || body === undefined ? '' : JSON.stringify(body),
  };
}

/** An error in the form of GitHub's REST API. */
export function messageAnswer(status: number, message: string, more: object = {}): Answer {
  const documentation = 'https://docs.github.com/rest';
  return jsonAnswer(status, { message, ...more, documentation_url: documentation, status: String(status) });
}
