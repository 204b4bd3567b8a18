import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { type Bulk, proceduresQuery } from '../../api/queries';

/** What became of many cases handed on at once: how many were, and of the others each with its reasons. */
export function BulkAnswer(props: { answer: Bulk; word: string; onClose: () => void }) {
  const { done, refused } = props.answer;
  return (
    <Alert
      type={refused.length === 0 ? 'success' : 'warning'}
      role="status"
      showIcon
      closable
      onClose={props.onClose}
      message={`已${props.word}${done.length}件${refused.length > 0 ? `，没有办成${refused.length}件：` : '。'}`}
      description={
        refused.length > 0 && (
          <ul className="refusals">
            {refused.map((r) => (
              <li key={r.id}>
                <Link to={`/cases/${r.id}`}>打开案件</Link>　
                {r.reasons.map((x) => `${x.message}${x.article === '' ? '' : `（${x.article}）`}`).join('；')}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** The choices of a code field, as the procedure has them. */
export function useCodes(event: string, field: string): { value: string; label: string }[] {
  const procedures = useQuery(proceduresQuery);
  const edge = procedures.data?.find((p) => p.kind === 'mediation')?.edges.find((e) => e.name === event);
  return edge?.fields.find((f) => f.name === field)?.options ?? [];
}
