import { dispatchedTemplate } from './workflow-template.ts';

/** The template of the dispatched workflow as a module: the App hands it out, filled in, and carries no other files. */
export function workflowModule(): string {
  const lines = dispatchedTemplate()
    .split('\n')
    .map((line) => `  ${JSON.stringify(line)},`);
  return `// Generated from templates/workflows/zenpulse.yml (npm run generate).\n\nexport const workflowTemplateText = [\n${lines.join('\n')}\n].join('\\n');\n`;
}
