import { Link, useSearchParams } from 'react-router';

interface RowLinkProps {
  readonly count: number;
  /** What the figure counts: the link's name. */
  readonly name: string;
  /** Which rows it counts. */
  readonly of: Readonly<Record<string, string>>;
}

/** A figure that leads to its rows, as far ahead as is looked now; none leads nowhere. */
export const RowLink = ({ count, name, of }: RowLinkProps) => {
  const [search] = useSearchParams();
  if (count === 0) return <span className="numbers quiet">0</span>;
  const days = search.get('days');
  const query = new URLSearchParams({ ...(days === null ? {} : { days }), show: 'rows', ...of });
  return (
    <Link className="numbers" to={`?${query.toString()}`} aria-label={`${name} ${String(count)}`}>
      {count}
    </Link>
  );
};
