/** Where a repository keeps its rules. Apart from their schema, for who asks for the file need not build that. */
export const repositoryFilePath = '.github/zenpulse.yml';
