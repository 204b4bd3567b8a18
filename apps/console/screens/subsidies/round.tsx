import { PrinterOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { More } from '../../parts/more';
import { Loaded, Nothing, Page } from '../../parts/page';
import { queryOf } from '../../parts/words';
import { may, useMe } from '../../shell/session';
import { type Claim, claimsQuery, noticeQuery, type PayLine, paymentsQuery, roundQuery, yuan } from './queries';
import { RoundSteps } from './steps';

type Summary = Schemas['RoundSummaryDto'];

/** One round: where it stands, what can be done for all of it, its claims, the public notice, the payment list. */
export function SubsidyRound() {
  const { id = '' } = useParams();
  const round = useQuery(roundQuery(id));
  return <Loaded of={round}>{(summary) => <RoundPage summary={summary} />}</Loaded>;
}

function RoundPage(props: { summary: Summary }) {
  const { summary } = props;
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') ?? 'claims';
  const acting = may(me, 'subsidy:act');
  return (
    <Page
      title={`以案定补　${summary.name}`}
      extra={
        <>
          <Segmented
            className="no-print"
            value={view}
            options={[
              { value: 'claims', label: '申报' },
              { value: 'notice', label: '公示名单' },
              ...(acting ? [{ value: 'payments', label: '发放表' }] : []),
            ]}
            onChange={(value) => setSearch({ view: value }, { replace: true })}
          />
          <Button className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
        </>
      }
    >
      <div className="stack">
        {view === 'claims' && (
          <>
            <Card size="small" title="进度">
              <p className="sentence">
                {summary.states
                  .filter((s) => s.count > 0)
                  .map((s) => `${s.title}${s.count}件`)
                  .join('，') || '尚未生成申报'}
                。{summary.tiers.some((t) => t.count > 0) && '符合条件的：'}
                {summary.tiers
                  .filter((t) => t.count > 0)
                  .map((t) => `${t.title}${t.count}件${yuan(t.amount_fen)}元`)
                  .join('，')}
              </p>
              {summary.draw !== null && (
                <p className="quiet">
                  {summary.draw.drawn_on}按种子“{summary.draw.seed}”（{summary.draw.seed_source}，
                  {summary.draw.seed_published_on}公布）列入评查{summary.drawn}件，已评查{summary.inspected}件。
                  清单指纹：
                  {summary.draw.list_digest}
                </p>
              )}
            </Card>
            {acting && <RoundSteps summary={summary} />}
            <Claims summary={summary} state={search.get('state')} drawn={search.get('drawn') === 'true'} />
          </>
        )}
        {view === 'notice' && <Notice id={summary.id} />}
        {view === 'payments' && acting && <Payments id={summary.id} />}
      </div>
    </Page>
  );
}

function Claims(props: { summary: Summary; state: string | null; drawn: boolean }) {
  const { summary, state, drawn } = props;
  const [, setSearch] = useSearchParams();
  const claims = useInfiniteQuery(
    claimsQuery(summary.id, { ...(state === null ? {} : { state }), ...(drawn ? { drawn } : {}) }),
  );
  const options = [
    { value: '', label: '全部申报' },
    { value: 'drawn', label: `列入评查（${summary.drawn}）` },
    ...summary.states.map((s) => ({ value: s.code, label: `${s.title}（${s.count}）` })),
  ];
  return (
    <Card
      size="small"
      title="申报"
      styles={{ body: { padding: 0 } }}
      extra={
        <Select
          aria-label="状态"
          style={{ width: 160 }}
          value={drawn ? 'drawn' : (state ?? '')}
          options={options}
          onChange={(value) => setSearch(queryOf(value === 'drawn' ? { drawn: 'true' } : { state: value }))}
        />
      }
    >
      <Loaded of={claims}>
        {(data) => {
          const rows = data.pages.flatMap((p) => p.items);
          if (rows.length === 0) return <Nothing>没有申报</Nothing>;
          return (
            <>
              <Table head={['调解案件', '领取人', '等级', '形式', '标准', '金额（元）', '状态', '评查']}>
                {rows.map((c) => (
                  <ClaimRow key={c.id} claim={c} />
                ))}
              </Table>
              <More of={claims} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function ClaimRow(props: { claim: Claim }) {
  const { claim: c } = props;
  const inspection = !c.to_inspect ? '' : c.score === null ? '须评查，未评分' : `${c.score}分`;
  return (
    <tr>
      <td>
        <Link to={`/cases/${c.case_id}`}>{c.case_number}</Link>
        <small className="under">{c.case_closed_on}结案</small>
      </td>
      <td>
        {c.payee}
        {c.co_mediator !== null && <small className="under">共同调解：{c.co_mediator}</small>}
        <small className="under">{c.organisation}</small>
      </td>
      <td>{c.level}</td>
      <td>{c.form}</td>
      <td>
        {c.rate_fen !== null && priceWords(c.rate_fen, c.factor_permille ?? 1000)}
        {c.tariff !== null && <small className="under">{c.tariff}</small>}
      </td>
      <td className="number">{c.amount_fen !== null && yuan(c.amount_fen)}</td>
      <td>
        <Link to={`/cases/${c.id}`}>{c.state_title}</Link>
        {c.refusal !== null && <small className="under">{c.refusal}</small>}
      </td>
      <td>{inspection}</td>
    </tr>
  );
}

const priceWords = (fen: number, permille: number): string =>
  permille === 1000 ? yuan(fen) : `${yuan(fen)}×${permille / 1000}`;
const lineWords = (l: PayLine): string =>
  `${l.level}${l.form}${priceWords(l.rate_fen, l.factor_permille)}元×${l.count}件`;

function Notice(props: { id: string }) {
  const notice = useQuery(noticeQuery(props.id));
  return (
    <Loaded of={notice}>
      {(n) => (
        <Card title={`人民调解案件补贴公示（${n.round}）`}>
          <p>
            {n.period_from}至{n.period_to}结案，共{n.count}件，{yuan(n.amount_fen)}元。
          </p>
          <Table head={['姓名', '所在组织', '件数和标准', '金额（元）']}>
            {n.entries.map((e) => (
              <tr key={`${e.name} ${e.organisations.join()} ${e.amount_fen}`}>
                <td>{e.name}</td>
                <td>{e.organisations.join('、')}</td>
                <td>{e.lines.map(lineWords).join('；')}</td>
                <td className="number">{yuan(e.amount_fen)}</td>
              </tr>
            ))}
          </Table>
        </Card>
      )}
    </Loaded>
  );
}

function Payments(props: { id: string }) {
  const payments = useQuery(paymentsQuery(props.id));
  return (
    <Loaded of={payments}>
      {(list) => (
        <Card title={`人民调解案件补贴发放表（${list.round}）`}>
          <Table head={['姓名', '身份证号码', '银行卡号', '所在组织', '件数和标准', '金额（元）', '签收']}>
            {list.entries.map((e) => (
              <tr key={e.person_id}>
                <td>{e.name}</td>
                <td>{e.id_number}</td>
                <td>{e.bank_account}</td>
                <td>{e.organisations.join('、')}</td>
                <td>{e.lines.map(lineWords).join('；')}</td>
                <td className="number">{yuan(e.amount_fen)}</td>
                <td />
              </tr>
            ))}
            <tr>
              <th colSpan={4}>合计</th>
              <td>{list.count}件</td>
              <td className="number">{yuan(list.amount_fen)}</td>
              <td />
            </tr>
          </Table>
        </Card>
      )}
    </Loaded>
  );
}

function Table(props: { head: readonly string[]; children: ReactNode }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          {props.head.map((title) => (
            <th key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}
