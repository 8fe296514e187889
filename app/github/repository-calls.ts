import type { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { RepositoryAddress } from './github-port.ts';
import type { CallLimits } from '../../calls/call-policy.ts';
import { type RestCall, restCall, type RestEdges, restList } from './rest-client.ts';

/** The parts of a repository's path. */
export const named = ({ fullName }: RepositoryAddress) => {
  const [owner, repo] = fullName.split('/');
  return { owner, repo };
};

/** Null for what is not there. */
export async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof ZenPulseError && error.code === 'github_not_found') return null;
    throw error;
  }
}

/** Asks about repositories: one answer, or a list of all pages. */
export interface RepositoryCalls {
  get: <Data>(
    address: RepositoryAddress,
    route: string,
    parameters: Record<string, unknown>,
    schema: z.ZodType<Data>,
  ) => Promise<Data>;
  list: <Item>(
    address: RepositoryAddress,
    route: string,
    parameters: Record<string, unknown>,
    schema: z.ZodType<Item[]>,
    /** True once nothing that is wanted can follow. */
    isEnough?: (page: readonly Item[]) => boolean,
  ) => Promise<Item[]>;
}

export function repositoryCalls(edges: RestEdges, limits: CallLimits | undefined): RepositoryCalls {
  const about = <Data>(
    address: RepositoryAddress,
    path: string,
    parameters: Record<string, unknown>,
    schema: z.ZodType<Data>,
  ): RestCall<Data> => ({
    installationId: address.installationId,
    route: `GET /repos/{owner}/{repo}/${path}`,
    parameters: { ...named(address), ...parameters },
    schema,
    subject: address.fullName,
  });
  return {
    get: async (address, path, parameters, schema) =>
      (await restCall(about(address, path, parameters, schema), edges, limits)).data,
    list: (address, path, parameters, schema, isEnough) =>
      restList(about(address, path, parameters, schema), edges, limits, isEnough),
  };
}
