import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type CasePage, caseQuery, type Edge, proceduresQuery } from '../../api/queries';
import { LightTag } from '../../parts/light';
import { Loaded, Page } from '../../parts/page';
import { caseName, momentOf } from '../../parts/words';
import { may, useMe } from '../../shell/session';
import { DueProposalsOf } from '../deadlines/proposals';
import { Actions } from './actions';
import { Clocks } from './clocks';
import { EventDrawer } from './event-drawer';
import { Timeline } from './timeline';
import { Together } from './together';

/** 案件页: drawn from what the server says of the case; which buttons there are is its answer too. */
export function Case() {
  const { id = '' } = useParams();
  const page = useQuery(caseQuery(id));
  return (
    <Loaded of={page}>
      {(data) => <CaseFile key={id} page={data} reload={async () => void (await page.refetch())} />}
    </Loaded>
  );
}

function CaseFile(props: { page: CasePage; reload: () => Promise<void> }) {
  const { page } = props;
  const [edge, setEdge] = useState<Edge | null>(null);
  const parties = page.parties.map((p) => p.name);
  return (
    <Page
      title={caseName(page)}
      heading={
        <>
          <small>{page.kind_title}</small> {caseName(page)} <Tag color="blue">{page.state_title}</Tag>
          {page.restriction !== null && <Tag color="volcano">{page.restriction.title}</Tag>}
        </>
      }
      extra={
        <Button icon={<PrinterOutlined />} className="no-print" onClick={() => window.print()}>
          打印
        </Button>
      }
    >
      <div className="stack">
        <Card>
          <Header page={page} />
          <Actions edges={page.allowed_events} onChoose={setEdge} />
          <FollowUp page={page} />
        </Card>
        <div className="case-columns">
          <div className="stack">
            <DueProposalsOf caseId={page.id} />
            <Card
              title="期限"
              size="small"
              extra={
                <Link to={`/cases/${page.id}/ledger`} className="no-print">
                  期限账本、试算
                </Link>
              }
            >
              {page.clocks.length === 0 ? (
                <p className="quiet none">本案没有在计的期限</p>
              ) : (
                <Clocks clocks={page.clocks} />
              )}
            </Card>
            <Card title={`当事人（${parties.length}）`} size="small">
              <Parties page={page} />
            </Card>
            <Card title="案情" size="small">
              <Facts page={page} />
            </Card>
            <Lines page={page} />
            <Card title={`文书（${page.papers.length}）`} size="small">
              <Papers page={page} />
            </Card>
            <Related page={page} />
            <Together page={page} />
          </div>
          <Card title="办理经过" size="small">
            <Timeline events={page.events} />
          </Card>
        </div>
      </div>
      {edge !== null && (
        <EventDrawer key={edge.name} page={page} edge={edge} onClose={() => setEdge(null)} reload={props.reload} />
      )}
    </Page>
  );
}

function Header(props: { page: CasePage }) {
  const { page } = props;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2, lg: 3 }}
      items={[
        { key: 'parties', label: '当事人', children: page.party_names, span: 'filled' },
        {
          key: 'light',
          label: '最近期限',
          span: 'filled',
          children:
            page.light === null ? (
              <span className="quiet">没有在计的期限</span>
            ) : (
              <span>
                <LightTag light={page.light} withLimit />
                {page.light.due !== null && `　${page.light.due}届满`}
              </span>
            ),
        },
        { key: 'opened', label: '收案日期', children: page.opened_on },
        { key: 'since', label: '进入本状态', children: page.state_since },
        { key: 'updated', label: '最近更新', children: momentOf(page.updated_at) },
        { key: 'register', label: '收案号', children: page.register_number },
        { key: 'organisation', label: '办理机构', children: page.organisation.name },
        {
          key: 'handler',
          label: '承办人',
          children: [page.handler?.name ?? '未分配', page.second_handler?.name]
            .filter((n) => n !== undefined)
            .join('、'),
        },
        ...(page.legacy_number === null ? [] : [{ key: 'legacy', label: '旧案号', children: page.legacy_number }]),
      ]}
    />
  );
}

/** Kinds whose outcome may be taken to court. */
const suable: readonly string[] = ['reconsideration', 'answering', 'compensation'];

/** A suit goes on in a file of its own, each instance opened from the one before; so do a letter out of a review and a dispute mediated again. */
function FollowUp(props: { page: CasePage }) {
  const me = useMe();
  const procedures = useQuery(proceduresQuery);
  const { page } = props;
  const of = (kind: string) =>
    may(me, `${kind}:act`) ? (procedures.data?.find((p) => p.kind === kind)?.edges.filter((e) => e.opening) ?? []) : [];
  const [first, ...later] = of('litigation');
  const next = page.kind === 'litigation' ? later : suable.includes(page.kind) && first ? [first] : [];
  const own = procedures.data?.find((p) => p.kind === page.kind);
  const ended = own?.closed.includes(page.state) || page.state === 'agreed';
  const again = ended ? of(page.kind).find((e) => e.continues) : undefined;
  const letters = page.kind === 'reconsideration' && of('letter').length > 0;
  return (
    <>
      {again && (
        <p className="follow-up no-print">
          <Link to={`/new/${page.kind}?parent=${page.id}`}>以本案为前案，{again.title}</Link>
        </p>
      )}
      {next.length > 0 && (
        <p className="follow-up no-print">
          以本案为前案，另立应诉案件：
          {next.map((edge) => (
            <Link key={edge.name} to={`/new/litigation?parent=${page.id}&event=${edge.name}`}>
              {edge.title}
            </Link>
          ))}
        </p>
      )}
      {letters && (
        <p className="follow-up no-print">
          发现被申请人或者其他机关需要整改的：
          <Link to={`/new/letter?parent=${page.id}`}>从本案制发意见书、建议书</Link>
        </p>
      )}
    </>
  );
}

function Parties(props: { page: CasePage }) {
  if (props.page.parties.length === 0) return <p className="quiet none">没有登记当事人</p>;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>身份</th>
          <th>姓名或者名称</th>
          <th>类别</th>
          <th>证件号码</th>
          <th>电话</th>
          <th>地址</th>
        </tr>
      </thead>
      <tbody>
        {props.page.parties.map((p) => (
          <tr key={p.id}>
            <td>{p.role_title}</td>
            <td>{p.name}</td>
            <td>{p.kind_title}</td>
            <td>{p.id_number ?? '—'}</td>
            <td>{p.phone ?? '—'}</td>
            <td>{p.address ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Facts(props: { page: CasePage }) {
  if (props.page.facts.length === 0) return <p className="quiet none">还没有登记案情</p>;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={props.page.facts.map((f) => ({ key: f.name, label: f.label, children: f.text }))}
    />
  );
}

/** What a case has several of, such as the appearances of organs' heads at its hearings. */
function Lines(props: { page: CasePage }) {
  const { lines } = props.page;
  if (lines === null || lines.rows.length === 0) return null;
  return (
    <Card title={`${lines.title}（${lines.rows.length}）`} size="small" className="wide-table">
      <table className="plain">
        <thead>
          <tr>
            {lines.columns.map((label) => (
              <th key={label}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.rows.map((row) => (
            <tr key={row.slice(0, 2).join(' ')}>
              {lines.columns.map((label, i) => (
                <td key={label}>{row[i] || '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Papers(props: { page: CasePage }) {
  if (props.page.papers.length === 0) return <p className="quiet none">还没有出具文书</p>;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>文书</th>
          <th>文号</th>
          <th>日期</th>
        </tr>
      </thead>
      <tbody>
        {props.page.papers.map((p) => (
          <tr key={p.id}>
            <td>{p.title}</td>
            <td>{p.number ?? '—'}</td>
            <td>{p.issued_on}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Related(props: { page: CasePage }) {
  const { parent, children } = props.page;
  if (parent === null && children.length === 0) return null;
  return (
    <Card title="关联案件" size="small">
      <ul className="related">
        {parent !== null && <RelatedCase word="前案" of={parent} />}
        {children.map((child) => (
          <RelatedCase key={child.id} word="后续案件" of={child} />
        ))}
      </ul>
    </Card>
  );
}

function RelatedCase(props: { word: string; of: NonNullable<CasePage['parent']> }) {
  return (
    <li>
      {props.word}：<Link to={`/cases/${props.of.id}`}>{caseName(props.of)}</Link>（{props.of.state_title}）
    </li>
  );
}
