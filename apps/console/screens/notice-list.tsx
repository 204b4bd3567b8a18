import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { api, done, type Schemas } from '../api/client';
import { problemIn } from '../api/problem';
import { momentOf } from '../parts/words';

type Notice = Schemas['NoticeDto'];

/** Not withdrawn: its deadline is still open and ends on the day it tells. */
const stands = (n: Notice): boolean => n.withdrawn_at === null;

/** A page the reader can open: the organ's own notices, the case, or, for a digest of several, the desk. */
const placeOf = (n: Notice): string =>
  n.addressed ? '/addressed' : n.case_id === null ? '/deadlines' : `/cases/${n.case_id}`;

/** Notices, newest first. Opening the case of one, or the notice to the organ, marks it as read. */
export function NoticeList(props: { notices: readonly Notice[] }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: (id: string) => done(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
    onError: (error) => void message.error(problemIn(error).message),
  });
  return (
    <ul className="notices">
      {props.notices.map((n) => (
        <li key={n.id} className={stands(n) && n.read_at === null ? 'unread' : undefined}>
          <div className="notice-head">
            <Link to={placeOf(n)} onClick={() => n.read_at === null && read.mutate(n.id)}>
              {n.title}
            </Link>
            {!stands(n) ? (
              <span className="quiet">已撤回：期限已办结或者变更</span>
            ) : n.read_at === null ? (
              <Button size="small" type="link" onClick={() => read.mutate(n.id)} aria-label={`标为已读：${n.title}`}>
                标为已读
              </Button>
            ) : (
              <span className="quiet">已读</span>
            )}
          </div>
          <p>{n.body}</p>
          <small>{momentOf(n.created_at)}</small>
        </li>
      ))}
    </ul>
  );
}
