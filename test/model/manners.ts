/** How a server differs from a strict current one. */
export interface Manners {
  /** Further parameters it takes, such as `max_tokens`. */
  knows?: readonly string[];
  /** Parameters it refuses by name, such as `max_completion_tokens`, `strict`, `json_schema` or `include`. */
  refuses?: readonly string[];
  /** On chat its models reason unless told not to, and then take no tools. */
  reasons?: boolean;
  /** The only key it takes; any when absent. */
  key?: string;
}
