import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

interface SearchQuery {
  readonly query: string;
  readonly setQuery: (query: string) => void;
}

const SearchQueryContext = createContext<SearchQuery>({ query: '', setQuery: () => undefined });

/**
 * Holds what is searched for in memory: it is a name or a NIK, and neither belongs into an
 * address or a browsing history.
 */
export function SearchQueryProvider(props: { readonly children: ReactNode }) {
  const [query, setQuery] = useState('');
  const value = useMemo(() => ({ query, setQuery }), [query]);
  return <SearchQueryContext value={value}>{props.children}</SearchQueryContext>;
}

/** The text in the top line's search and how to change it; the register lists by it. */
export function useSearchQuery(): SearchQuery {
  return useContext(SearchQueryContext);
}
