import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, InputNumber, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';
import { problemIn } from '../api/problem';
import { SaveTrouble } from '../form/trouble';
import { Loaded, Page } from '../parts/page';
import { markWords } from '../parts/words';
import { may, useMe } from '../shell/session';

type Convention = Schemas['ConventionDto'];
type Value = Convention['value'];

const conventionsQuery = queryOptions({
  queryKey: ['conventions'],
  queryFn: () => answerOf(api.GET('/api/v1/conventions')),
});

/** 计算约定: what is chosen where the law is silent, on what it rests; a change is proposed here and confirmed by its list. */
export function Conventions() {
  const conventions = useQuery(conventionsQuery);
  return (
    <Page title="计算约定">
      <Loaded of={conventions}>
        {(view) => (
          <div className="stack">
            <Chosen conventions={view.conventions} />
            <MailAllowance allowance={view.mail_allowance} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const titleOf = (c: Convention, value: Value): string => c.choices.find((k) => k.value === value)?.title ?? '';

function Chosen(props: { conventions: readonly Convention[] }) {
  const me = useMe();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, Value>>>({});
  const changed = Object.fromEntries(
    props.conventions.flatMap((c) => {
      const value = chosen[c.name];
      return value === undefined || value === c.value ? [] : [[c.name, value]];
    }),
  );
  const propose = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/working-calendar/conventions', { body: { conventions: changed } })),
    onSuccess: async () => {
      setChosen({});
      await queries.invalidateQueries({ queryKey: ['working-calendar'] });
    },
  });
  const mayPropose = may(me, 'calendar:keep');
  const count = Object.keys(changed).length;
  const problem = propose.isError ? problemIn(propose.error) : null;
  return (
    <Card title="法律未作规定之处">
      <p>
        期限按下列约定计算，每一期限记着起算时的约定。改变约定不直接变动任何期限：提出后先看影响清单，由负责人确认。
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th style={{ width: '30%' }}>约定</th>
            <th style={{ width: '26%' }}>依据</th>
            <th>核对</th>
            <th style={{ width: 330 }}>本辖区现行</th>
          </tr>
        </thead>
        <tbody>
          {props.conventions.map((c) => (
            <tr key={c.name}>
              <th scope="row" id={`convention-${c.name}`}>
                {c.title}
              </th>
              <td>{c.source}</td>
              <td>{markWords[c.mark]}</td>
              <td>
                {mayPropose ? (
                  <Select<string>
                    aria-labelledby={`convention-${c.name}`}
                    value={String(chosen[c.name] ?? c.value)}
                    onChange={(text) => {
                      const choice = c.choices.find((k) => String(k.value) === text);
                      if (choice) setChosen({ ...chosen, [c.name]: choice.value });
                    }}
                    options={c.choices.map((k) => ({
                      value: String(k.value),
                      label: k.value === c.default ? `${k.title}（默认）` : k.title,
                    }))}
                    style={{ width: '100%' }}
                  />
                ) : (
                  titleOf(c, c.value)
                )}
                {c.value !== c.default && <Tag color="gold">默认：{titleOf(c, c.default)}</Tag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem && <SaveTrouble problem={problem} left={problem.mistakes} />}
      {propose.isSuccess && (
        <Alert
          type="success"
          role="status"
          showIcon
          message={
            <>
              已提出，待负责人确认。<Link to={`/working-calendar/${propose.data.id}`}>查看影响清单</Link>
            </>
          }
        />
      )}
      {mayPropose && (
        <p>
          <Button type="primary" disabled={count === 0} loading={propose.isPending} onClick={() => propose.mutate()}>
            {count === 0 ? '提出改变' : `提出改变（${count}项）`}
          </Button>
        </p>
      )}
    </Card>
  );
}

function MailAllowance(props: { allowance: Schemas['MailAllowanceDto'] }) {
  const me = useMe();
  const queries = useQueryClient();
  const { allowance } = props;
  const [days, setDays] = useState<number | null>(allowance.days);
  const save = useMutation({
    mutationFn: (n: number) => answerOf(api.PUT('/api/v1/conventions/mail-allowance', { body: { days: n } })),
    onSuccess: (view) => queries.setQueryData(conventionsQuery.queryKey, view),
  });
  const maySet = may(me, 'calendar:confirm');
  const problem = save.isError ? problemIn(save.error) : null;
  return (
    <Card title="邮寄在途">
      <p>
        {allowance.title}。
        <small>
          依据：{allowance.source}（{markWords[allowance.mark]}）
        </small>
      </p>
      {maySet ? (
        <span className="labelled">
          <label htmlFor="mail-allowance">等候天数（自然日，默认{allowance.default}）</label>
          <InputNumber<number> id="mail-allowance" precision={0} value={days} onChange={setDays} />
          <Button
            disabled={days === null || days === allowance.days}
            loading={save.isPending}
            onClick={() => days !== null && save.mutate(days)}
          >
            设定
          </Button>
          {save.isSuccess && <output>已设定为{allowance.days}日</output>}
        </span>
      ) : (
        <p>本辖区现行：{allowance.days}日</p>
      )}
      {problem && <SaveTrouble problem={problem} left={problem.mistakes} />}
    </Card>
  );
}
