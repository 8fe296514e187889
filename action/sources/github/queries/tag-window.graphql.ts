import { rulesFields } from './rules-fields.graphql.ts';

/** Where a tag window starts and ends: the refs named, or the tags to choose them from; and the rules. */
export const tagWindow = /* GraphQL */ `
  query TagWindow(
    $owner: String!, $name: String!, $branch: String!, $headTag: String!, $baseTag: String!,
    $withTags: Boolean!, $tagsAfter: String, $isFirst: Boolean!
  ) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      url
      isPrivate
      pullRequestTemplates @include(if: $isFirst) { body }
      defaultBranchRef { name ...RefFields }
      branch: ref(qualifiedName: $branch) { name ...RefFields }
      head: ref(qualifiedName: $headTag) { name ...RefFields }
      base: ref(qualifiedName: $baseTag) { name ...RefFields }
      tags: refs(
        refPrefix: "refs/tags/", first: 100, after: $tagsAfter, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }
      ) @include(if: $withTags) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { name ...RefFields }
      }
      ...RulesFields @include(if: $isFirst)
    }
    organization: repository(owner: $owner, name: ".github") @include(if: $isFirst) { ...RulesFields }
  }
  fragment RefFields on Ref {
    target {
      __typename
      oid
      ... on Commit { committedDate }
      ... on Tag {
        tagger { date }
        target { ...Peeled ... on Tag { target { ...Peeled ... on Tag { target { ...Peeled } } } } }
      }
    }
  }
  fragment Peeled on GitObject { __typename oid ... on Commit { committedDate } }
  ${rulesFields}
`;
