import { O as pullsByNumberAnswer, d as requireRepository, m as pullFields, nt as ZenPulseError, u as gapsOf } from "./start.js";
import { n as pullChange, t as gapsOfPull } from "./pull-change.js";

// action/sources/github/queries/pulls-by-number.graphql.ts
/** Pull requests by number, one alias each: `p12`. A number that is none answers NOT_FOUND on its alias. */
const pullsByNumber = (numbers) => `
  query PullsByNumber($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ...PullFields }`).join("\n      ")}
    }
  }
  ${pullFields}
`;

// action/sources/github/named-pulls.ts
const perRequest = 100;
/** Merged pull requests by number; a number that is an issue's, or nobody's, is left out. */
async function readPullsByNumber({ client, owner, name, key }, numbers) {
	const pulls = [];
	const gaps = [];
	for (let at = 0; at < numbers.length;) {
		let taken = [];
		const { data, errors } = await client.graphql((failures) => {
			taken = numbers.slice(at, at + Math.max(1, Math.min(perRequest, numbers.length) >> failures));
			return {
				document: pullsByNumber(taken),
				variables: {
					owner,
					name
				}
			};
		}, pullsByNumberAnswer);
		const repository = requireRepository(key, data.repository, errors);
		gaps.push(...gapsOf(errors.filter(({ type }) => type !== "NOT_FOUND")));
		pulls.push(...Object.values(repository).flatMap((pull) => pull?.merged ? pull : []));
		at += taken.length;
	}
	return {
		pulls,
		gaps
	};
}
/** The same as changes. @throws ZenPulseError `github_bad_answer` when one was not read in full */
async function readChangesByNumber(context, numbers) {
	const { pulls, gaps } = await readPullsByNumber(context, numbers);
	const [why] = [...gaps, ...pulls.flatMap(gapsOfPull)];
	if (why !== void 0) throw new ZenPulseError("github_bad_answer", {
		what: `the pull requests of ${context.key}`,
		why
	});
	return pulls.flatMap((pull) => pullChange(pull, context.messages) ?? []);
}

export { readPullsByNumber as n, readChangesByNumber as t };