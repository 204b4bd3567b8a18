import { useQuery } from '@tanstack/react-query';
import { Button, Card, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type DueProposal, dueProposalsQuery } from '../../api/queries';
import { Loaded, Nothing, Page } from '../../parts/page';
import { caseName } from '../../parts/words';
import { Confirmation, Dismissal } from './decide';
import { Views } from './views';

/** 待确认: what lapsed periods propose; the machine says why, a named person decides. */
export function DueProposals() {
  const proposals = useQuery(dueProposalsQuery());
  return (
    <Page title="待确认事项" extra={<Views />}>
      <Card>
        <Loaded of={proposals}>
          {(list) =>
            list.length === 0 ? (
              <Nothing>没有待确认的事项。补正期限、中止满六十日、调解期限届满的，会在这里提示。</Nothing>
            ) : (
              <ul className="proposals">
                {list.map((p) => (
                  <Proposal key={p.clock_id} proposal={p} named />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
    </Page>
  );
}

/** The same on the page of one case, with those laid aside and why. */
export function DueProposalsOf(props: { caseId: string }) {
  const proposals = useQuery(dueProposalsQuery(props.caseId));
  if (proposals.data === undefined || proposals.data.length === 0) return null;
  return (
    <Card title="待确认事项" size="small">
      <ul className="proposals">
        {proposals.data.map((p) => (
          <Proposal key={p.clock_id} proposal={p} />
        ))}
      </ul>
    </Card>
  );
}

function Proposal(props: { proposal: DueProposal; named?: boolean }) {
  const { proposal: p, named } = props;
  const [doing, setDoing] = useState<'confirm' | 'dismiss' | null>(null);
  const close = () => setDoing(null);
  return (
    <li>
      <Space wrap>
        <strong>{p.event.title}</strong>
        {named && (
          <>
            <Link to={`/cases/${p.case.id}`}>{caseName(p.case)}</Link>
            <span className="quiet">
              {p.case.party_names} · {p.handler?.name ?? '未分配'} · {p.organisation.name}
            </span>
          </>
        )}
      </Space>
      <p>
        {p.sentence}
        <small className="under">
          依据：{p.article}；由{p.confirmers.join('、')}确认；已过{p.days_past}天。{' '}
          <Link to={`/cases/${p.case.id}/ledger`}>看期限账本</Link>
        </small>
      </p>
      {p.dismissed !== null ? (
        <p>
          <Tag>没有采纳</Tag>
          {p.dismissed.on} {p.dismissed.by}：{p.dismissed.reason}
        </p>
      ) : (
        p.mine && (
          <p className="no-print">
            <Button type="primary" ghost onClick={() => setDoing('confirm')}>
              确认
            </Button>{' '}
            <Button onClick={() => setDoing('dismiss')}>不采纳</Button>
          </p>
        )
      )}
      {doing === 'confirm' && <Confirmation proposal={p} onClose={close} />}
      {doing === 'dismiss' && <Dismissal proposal={p} onClose={close} />}
    </li>
  );
}
