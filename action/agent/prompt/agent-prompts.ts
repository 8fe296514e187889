import { areaPromptText } from './area-prompt.generated.ts';
import { areaReportPromptText } from './area-report-prompt.generated.ts';
import { readPrompt } from './read-prompt.ts';
import { reportPromptText } from './report-prompt.generated.ts';
import type { AgentPrompts } from './report-messages.ts';

/** The prompts this version comes with. */
export const agentPrompts = (): AgentPrompts => ({
  report: readPrompt(reportPromptText),
  area: readPrompt(areaPromptText),
  areaReport: readPrompt(areaReportPromptText),
});
