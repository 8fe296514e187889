/** Variables with which LangChain's packages would send every exchange to a tracing service of their own. */
const tracing = /^LANG(?:SMITH|CHAIN)_/;

/** Takes them out of an environment, in place: these packages read it by themselves. */
export function scrubTracing(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) if (tracing.test(name)) delete environment[name];
}
