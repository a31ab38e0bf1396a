import type { PropsWithChildren } from 'react';
import { Link, useSearchParams } from 'react-router';

/** A link that sets something in the address of this page and leaves the rest, filters among it, as it is. */
export const AddressLink = ({ name, value, children }: PropsWithChildren<{ readonly name: string; readonly value: string }>) => {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  next.set(name, value);
  return <Link to={`?${next.toString()}`}>{children}</Link>;
};
