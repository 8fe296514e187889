// Generated from contract/repository-file.ts (npm run generate): what an empty rules file means.

import type { RepositoryFile } from './repository-file.ts';

export const noRules: RepositoryFile = {
  "triggers": {},
  "excludes": {
    "labels": [
      "zenpulse:ignore",
      "skip-changelog"
    ],
    "authors": [],
    "paths": [],
    "titles": []
  },
  "includes": {
    "paths": []
  },
  "report": {
    "tags": [],
    "sections": [],
    "upcoming": {
      "labels": [],
      "milestones": []
    }
  },
  "delivery": {
    "post": "review"
  }
};
