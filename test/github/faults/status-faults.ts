import { messageAnswer } from '../http/answer.ts';
import type { Fault } from './fault.ts';

/** G3, G4. GitHub or what stands before it fails; behind a gateway the body is HTML. */
export function serverError(status: 500 | 502 | 503 | 504 = 502): Fault {
  const html = `<html><head><title>${status}</title></head><body><h1>${status} Server Error</h1></body></html>\n`;
  return {
    name: `server error ${status}`,
    instead: () =>
      status === 500
        ? messageAnswer(500, 'Server Error')
        : { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html },
  };
}

/** G5. The token is wrong or has expired. */
export function badCredentials(): Fault {
  return { name: 'bad credentials', instead: () => messageAnswer(401, 'Bad credentials') };
}

/** G6. The token may not; the header names the permissions that would do, `;` between alternatives. */
export function missingPermission(permissions = 'pull_requests=read'): Fault {
  return {
    name: 'missing permission',
    instead: () => {
      const answer = messageAnswer(403, 'Resource not accessible by integration');
      return { ...answer, headers: { ...answer.headers, 'x-accepted-github-permissions': permissions } };
    },
  };
}

/** G7. Not there, or not for this token: GitHub does not tell which. */
export function missing(): Fault {
  return { name: 'missing', instead: () => messageAnswer(404, 'Not Found') };
}

const permanentMessages = {
  410: 'This resource is gone.',
  422: 'Validation Failed',
  451: 'Repository access blocked',
} as const;

/** G8. No try will help; `message` may be as hostile as a test wants. */
export function permanentFailure(
  status: keyof typeof permanentMessages,
  message: string = permanentMessages[status],
): Fault {
  return { name: `permanent failure ${status}`, instead: () => messageAnswer(status, message) };
}
