import { Button, Empty, Result, Spin } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { problemIn } from '../api/problem';

/** A screen: its own window title, one heading, and what can be done on the right of it. */
export function Page(props: { title: string; heading?: ReactNode; extra?: ReactNode; children: ReactNode }) {
  return (
    <>
      <title>{`${props.title} · 案卷`}</title>
      <div className="page-head">
        <h1>{props.heading ?? props.title}</h1>
        {props.extra !== undefined && <div className="page-extra">{props.extra}</div>}
      </div>
      {props.children}
    </>
  );
}

export function Loading() {
  return (
    <output className="loading" aria-label="正在载入">
      <Spin />
      <span>正在载入…</span>
    </output>
  );
}

/** A request that failed, in words, with the way to try again. */
export function Trouble(props: { error: unknown; retry?: () => void }) {
  const problem = problemIn(props.error);
  // Asking again changes nothing about what is not there or not one's own.
  const final = problem.status === 404 || problem.status === 403;
  return (
    <Result
      status={final ? 'info' : 'warning'}
      title={problem.message}
      extra={final ? <Link to="/">回到我的工作</Link> : props.retry && <Button onClick={props.retry}>重试</Button>}
    />
  );
}

/** Nothing to show, and what one can do about it. */
export function Nothing(props: { children: ReactNode; next?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.children}>
      {props.next}
    </Empty>
  );
}

interface Answer<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Loading, failed, or there: the three faces of every read. */
export function Loaded<T>(props: { of: Answer<T>; children: (data: T) => ReactNode }) {
  const { data, error, refetch } = props.of;
  if (data !== undefined) return props.children(data);
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  return <Loading />;
}
