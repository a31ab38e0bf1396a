import { Skeleton } from 'antd';
import type { PropsWithChildren, ReactNode } from 'react';
import { useTitle } from '../app/session/session.js';
import { ProblemAlert } from './problem.js';

interface PageProps {
  readonly title: string;
  /** State and limit, beside the title. */
  readonly state?: ReactNode;
  /** What can be done now, likeliest first. */
  readonly actions?: ReactNode;
  /** A sentence under the title. */
  readonly intro?: ReactNode;
}

/** The one shape of a page: title with state and limit, actions at the top right, content below. */
export const Page = ({ title, state, actions, intro, children }: PropsWithChildren<PageProps>) => {
  useTitle(title);
  return (
    <div style={{ padding: '12px 16px 24px', display: 'flex', flexDirection: 'column', gap: 12 }}>
      <header style={{ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap' }}>
        <h1 style={{ fontSize: 20, lineHeight: 1.4, margin: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</h1>
        {state}
        {actions ? (
          <div className="no-print" style={{ marginInlineStart: 'auto', display: 'flex', gap: 8, flexWrap: 'wrap' }}>
            {actions}
          </div>
        ) : null}
      </header>
      {intro ? <div style={{ color: '#595f69' }}>{intro}</div> : null}
      {children}
    </div>
  );
};

/** White ground for a part of a page. */
export const Panel = ({ title, extra, children }: PropsWithChildren<{ readonly title?: string; readonly extra?: ReactNode }>) => (
  <section style={{ background: '#fff', border: '1px solid #dfe3e8', borderRadius: 4, padding: 12 }}>
    {title ? (
      <div style={{ display: 'flex', alignItems: 'center', gap: 12, marginBottom: 8, flexWrap: 'wrap' }}>
        <h2 style={{ fontSize: 15, margin: 0, fontWeight: 600 }}>{title}</h2>
        {extra ? <div style={{ marginInlineStart: 'auto' }}>{extra}</div> : null}
      </div>
    ) : null}
    {children}
  </section>
);

interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What was read, or a skeleton while it is being read, or why it could not be. */
export const Read = <T,>({ query, children }: { readonly query: Reading<T>; readonly children: (data: T) => ReactNode }) => {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemAlert error={query.error} retry={query.refetch} />;
  return <Skeleton active paragraph={{ rows: 6 }} />;
};
