import { PrinterOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Drawer, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { download } from '../../api/download';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';
import { addressOf } from '../../parts/words';
import { may, useMe } from '../../shell/session';
import { ChangeCell } from './change-cell';
import { FreezeForm } from './freeze-form';
import { PeriodPicker, usePeriod } from './period';
import { cellQuery, type FormPage, formQuery, type Period, stepTitles } from './queries';
import { FormSheet } from './sheet';

/** One form of one period: filled, checked, returned or submitted; every number opens its cases. */
export function FormScreen() {
  const { form = '' } = useParams();
  const { period, kind, go } = usePeriod();
  if (period === undefined) return <Loading />;
  // The heading, too: a page of another name would begin after it.
  return (
    <div className="landscape">
      <OnePeriod
        key={`${period.from} ${period.cutoff}`}
        form={form}
        period={period}
        picker={<PeriodPicker period={period} kind={kind} go={go} />}
      />
    </div>
  );
}

export interface WrittenCell {
  readonly cell: string;
  readonly value: number | null;
  readonly reason: string;
}

function OnePeriod(props: { form: string; period: Period; picker: ReactNode }) {
  const { form, period, picker } = props;
  const me = useMe();
  const page = useQuery(formQuery(form, period));
  const [opened, setOpened] = useState<string | null>(null);
  const title = page.data?.form.title ?? '报表';
  return (
    <Page
      title={title}
      extra={
        <span className="no-print form-tools">
          {picker}
          <Link to={addressOf('/forms', { from: period.from, cutoff: period.cutoff })}>各张报表</Link>
          <Button onClick={() => window.print()} icon={<PrinterOutlined />}>
            打印
          </Button>
          <Export form={form} period={period} />
        </span>
      }
    >
      <div>
        <p className="quiet form-line">
          <span>填报单位：{me.jurisdiction.name}</span>
          <span>
            {page.data?.period}（{period.from}至{period.cutoff}）　本系统自编
          </span>
        </p>
        <Loaded of={page}>
          {(p) => (
            <div className="stack">
              {p.current === null && <Steps page={p} period={period} />}
              <Failing page={p} onOpen={setOpened} />
              <Unchecked page={p} />
              <Card size="small" styles={{ body: { padding: 0, overflowX: 'auto' } }}>
                <FormSheet page={p} onOpen={setOpened} />
              </Card>
              <Sources page={p} period={period} />
              <Signed page={p} />
              {p.current !== null && <Steps page={p} period={period} />}
              <History page={p} />
              {opened !== null && <CellDrawer page={p} period={period} cell={opened} onClose={() => setOpened(null)} />}
            </div>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

const cellName = ({ form }: FormPage, cell: string): string => {
  const [row, column] = cell.split('.');
  return `${form.rows.find((r) => r.id === row)?.label ?? ''}·${form.columns.find((c) => c.id === column)?.label ?? ''}`;
};

function Export(props: { form: string; period: Period }) {
  const { message } = App.useApp();
  const { from, cutoff } = props.period;
  const workbook = useMutation({
    mutationFn: () => download(addressOf(`/api/v1/forms/${props.form}/workbook`, { from, cutoff })),
    onError: (error) => void message.error(problemIn(error).message),
  });
  return (
    <Button onClick={() => workbook.mutate()} loading={workbook.isPending}>
      导出 Excel
    </Button>
  );
}

function Failing(props: { page: FormPage; onOpen: (cell: string) => void }) {
  const { page } = props;
  if (page.failing.length === 0) return null;
  return (
    <Alert
      className="no-print"
      type="warning"
      showIcon
      message={`${page.failing.length}个等式不平衡，写明理由才能上报`}
      description={
        <ul className="refusals">
          {page.failing.map((f) => (
            <li key={f.equation}>
              <strong>{f.says}</strong>：{f.left}与{f.right}
              {f.by_hand.length > 0 && `；手工填写：${f.by_hand.map((c) => cellName(page, c)).join('、')}`}
              {f.cases.length > 0 && (
                <small className="under">
                  涉及案件：
                  {f.cases.map((c) => (
                    <Link key={c.id} to={`/cases/${c.id}`}>
                      {c.number}{' '}
                    </Link>
                  ))}
                  {f.more > 0 && `等，另有${f.more}件`}
                </small>
              )}
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** Equations that could not be checked, each with what is missing for it. */
function Unchecked(props: { page: FormPage }) {
  const unknown = (props.page.current?.checks ?? []).filter((c) => c.outcome === 'unknown');
  if (unknown.length === 0) return null;
  return (
    <details className="no-print quiet">
      <summary>{unknown.length}个等式无从核对</summary>
      <ul className="refusals">
        {unknown.map((c) => (
          <li key={c.equation}>
            {c.says}
            {c.why !== null && `：${c.why}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where the numbers stand: how many are frozen, which are not, and the way to freeze them all in one act. */
function Sources(props: { page: FormPage; period: Period }) {
  const { page, period } = props;
  if (page.current === null) return null;
  return (
    <div className="form-sources">
      <span>{sourceWords(page)}</span>
      <FreezeForm
        form={page.form.id}
        name={page.period}
        period={period}
        again={page.sources.some((s) => s.state !== 'live')}
      />
    </div>
  );
}

function sourceWords({ sources }: FormPage): string {
  const count = (state: string): number => sources.filter((s) => s.state === state).length;
  const [live, frozen, differs] = [count('live'), count('frozen'), count('differs')];
  if (live + differs === 0) return `各格均出自冻结数据（${frozen}格）。`;
  if (frozen + differs === 0) return `各格均为现时统计，尚未冻结（${live}格）。`;
  const words = [
    `出自冻结数据${frozen}格`,
    ...(live === 0 ? [] : [`标°的${live}格为现时统计，尚未冻结`]),
    ...(differs === 0 ? [] : [`标≠的${differs}格与填报以后冻结的数不同，应重新填报`]),
  ];
  return `${words.join('；')}。`;
}

function Signed(props: { page: FormPage }) {
  const { current, history } = props.page;
  const by = (step: string) => history.filter((h) => h.step === step).at(-1)?.by ?? '';
  const checked = current?.step === 'checked' || current?.step === 'submitted';
  return (
    <p className="form-line">
      <span>单位负责人：{current?.step === 'submitted' ? by('submitted') : ''}</span>
      <span>审核人：{checked ? by('checked') : ''}</span>
      <span>制表人：{by('filled')}</span>
      <span>日期：{current?.on ?? ''}</span>
    </p>
  );
}

function Steps(props: { page: FormPage; period: Period }) {
  const { page, period } = props;
  const { current, form } = page;
  const me = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const path = { form: form.id };
  const done = async (said: string) => {
    setWords('');
    await queries.invalidateQueries({ queryKey: ['forms'] });
    void message.success(said);
  };
  const fill = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/forms/{form}/fill', {
          params: { path },
          body: { ...period, ...(words === '' ? {} : { remark: words }) },
        }),
      ),
    onSuccess: () => done('已由案件记录填报'),
  });
  const step = useMutation({
    mutationFn: (name: 'checked' | 'returned' | 'submitted') =>
      answerOf(
        api.POST('/api/v1/forms/{form}/steps', {
          params: { path },
          body: { ...period, version: current?.version ?? 1, step: name, reason: words, remark: words },
        }),
      ),
    onSuccess: ({ step: name }) => done(stepTitles[name] ?? ''),
  });
  const failed = fill.isError ? fill.error : step.isError ? step.error : null;
  const problem = failed === null ? null : problemIn(failed);
  if (!may(me, 'report:write') && !may(me, 'report:approve')) return null;
  const at = current?.step;
  const say = at === 'submitted' ? '更正的理由' : '退回的理由，或者不平衡的说明';
  return (
    <Card
      size="small"
      className="no-print"
      title={current === null ? '还没有填报' : `${stepTitles[current.step]}，第${current.version}版`}
    >
      <div className="form-steps">
        {current !== null && (
          <Input
            aria-label={say}
            placeholder={say}
            maxLength={500}
            value={words}
            onChange={(e) => setWords(e.target.value)}
          />
        )}
        {may(me, 'report:write') && (
          <Button
            type={current === null ? 'primary' : 'default'}
            loading={fill.isPending}
            onClick={() => fill.mutate()}
          >
            {current === null ? '由案件记录填报' : '重新填报'}
          </Button>
        )}
        {at === 'filled' && (
          <Button type="primary" loading={step.isPending} onClick={() => step.mutate('checked')}>
            审核
          </Button>
        )}
        {(at === 'filled' || at === 'checked') && (
          <Button loading={step.isPending} onClick={() => step.mutate('returned')}>
            退回
          </Button>
        )}
        {at === 'checked' && may(me, 'report:approve') && (
          <Button type="primary" loading={step.isPending} onClick={() => step.mutate('submitted')}>
            上报
          </Button>
        )}
      </div>
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
    </Card>
  );
}

function History(props: { page: FormPage }) {
  const { history } = props.page;
  if (history.length === 0) return null;
  return (
    <Card size="small" title="各版" className="no-print">
      <ol className="refusals">
        {history.map((h) => (
          <li key={h.version}>
            {h.on}　{h.by}　{stepTitles[h.step]}
            {h.frozen > 0 && `，冻结${h.frozen}项数据`}
            {h.reason !== null && `；不平衡说明：${h.reason}`}
            {h.remark !== null && `；${h.remark}`}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function CellDrawer(props: { page: FormPage; period: Period; cell: string; onClose: () => void }) {
  const { page, period, cell } = props;
  const me = useMe();
  const cases = useQuery(cellQuery(page.form.id, { ...period, cell }));
  const bound = page.form.bindings.find((b) => b.cell === cell);
  const source = page.sources.find((s) => s.cell === cell);
  return (
    <Drawer open width={520} title={cellName(page, cell)} onClose={props.onClose}>
      {bound?.metric !== null && (
        <p className="quiet">
          {bound?.metric}
          {bound?.variant !== 'default' && ` · ${bound?.variant}`}
        </p>
      )}
      {source?.state === 'live' && <p>现时统计，尚未冻结。</p>}
      {source?.printed != null && <p>填报以后冻结的数为{source.printed}，应重新填报。</p>}
      {source?.frozen != null && (
        <p>
          <Link to={addressOf('/frozen-figures', { open: source.frozen })}>看冻结数据：差异、案件和校验值</Link>
        </p>
      )}
      {may(me, 'report:write') && bound?.metric !== null && (
        <ChangeCell page={page} period={period} cell={cell} onDone={props.onClose} />
      )}
      <Loaded of={cases}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>这一格里没有案件</Nothing>
          ) : (
            <ol className="refusals">
              {list.map((c) => (
                <li key={c.id}>{c.entry ? c.number : <Link to={`/cases/${c.id}`}>{c.number}</Link>}</li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Drawer>
  );
}
