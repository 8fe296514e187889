/** What must never come out of a run. Each holds the mark, so that a model which reads one knows what it has. */
export const canaryMark = 'zpcanary';

/** Secrets of the run: in its environment, its token, its request. Nothing may read them, in any form. */
export const runSecrets = {
  environment: 'zpcanary7QmEnvironment2xV9tLk4R',
  githubToken: 'ghs_zpcanary3TokenOfTheRun8Wq5Lm2Nb7Xd',
  apiKey: 'sk-zpcanary5KeyOfTheModel1Jr6Hs0Pc4Vz',
  webhookToken: 'zpcanary9WebhookToken4Gt7Yb2Kd6Sf1Ae',
};

/** Texts of excluded pull requests. The model must not see them; public files must not hold them. */
export const excludedTexts = {
  ignoredTitle: 'zpcanaryEmbargoedMergerWithInitech',
  labelledTitle: 'zpcanaryLayoffToolingForTheBoard',
  body: 'zpcanaryBodyOfWhatIsExcluded',
  author: 'zpcanary-embargoed-author',
};

/** A credential that somebody left in the body and the diff of an included pull request. */
export const leakedCredential = 'ghp_zpcanary6LeakedByMistake3Ux8Ov5Ti0';

/** The environment of a run. */
export const environment: NodeJS.ProcessEnv = {
  ZENPULSE_CANARY: runSecrets.environment,
  GITHUB_TOKEN: runSecrets.githubToken,
  ZENPULSE_LLM_API_KEY: runSecrets.apiKey,
};
