import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { Loaded, Nothing, Page } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { Payees } from './payees';
import { roundsQuery, tariffsQuery, yuan } from './queries';
import { TariffForm } from './tariff-form';
import { formTitles, levelTitles } from './words';

/** 以案定补: the rounds in which mediators are paid by the case, and the tariffs they are paid by. */
export function Subsidies() {
  const me = useMe();
  const rounds = useQuery(roundsQuery);
  return (
    <Page title="以案定补">
      <div className="stack">
        <Card title="批次" size="small" styles={{ body: { padding: 0 } }}>
          <Loaded of={rounds}>
            {(list) =>
              list.length === 0 ? (
                <Nothing>还没有批次</Nothing>
              ) : (
                <table className="plain">
                  <thead>
                    <tr>
                      <th>批次</th>
                      <th>结案期间</th>
                      <th>评查抽样</th>
                    </tr>
                  </thead>
                  <tbody>
                    {list.map((r) => (
                      <tr key={r.id}>
                        <td>
                          <Link to={`/subsidies/${r.id}`}>{r.name}</Link>
                        </td>
                        <td>
                          {r.period_from}至{r.period_to}
                        </td>
                        <td>{r.draw === null ? '尚未抽样' : `${r.draw.drawn_on}，种子“${r.draw.seed}”`}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )
            }
          </Loaded>
        </Card>
        {may(me, 'subsidy:act') && <NewRound />}
        <Tariffs />
        {may(me, 'subsidy:act') && <Payees />}
      </div>
    </Page>
  );
}

interface RoundValues {
  name: string;
  period_from: string;
  period_to: string;
}

function NewRound() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: (body: RoundValues) => answerOf(api.POST('/api/v1/subsidies/rounds', { body })),
    onSuccess: async (round) => {
      await queries.invalidateQueries({ queryKey: ['subsidies'] });
      await navigate(`/subsidies/${round.id}`);
    },
  });
  const problem = open.isError ? problemIn(open.error) : null;
  const needed = [{ required: true, message: '必填' }];
  return (
    <Card title="新建批次" size="small" className="form-card">
      <Form<RoundValues> layout="vertical" onFinish={(values) => open.mutate(values)}>
        <div className="fields">
          <Form.Item name="name" label="批次名称" rules={needed}>
            <Input maxLength={60} placeholder="如 2018年度" />
          </Form.Item>
          <Form.Item name="period_from" label="结案日期自" rules={needed}>
            <DayInput />
          </Form.Item>
          <Form.Item name="period_to" label="结案日期至" rules={needed}>
            <DayInput />
          </Form.Item>
        </div>
        {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            新建
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Tariffs() {
  const me = useMe();
  const { message } = App.useApp();
  const tariffs = useQuery(tariffsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Card
      title="补贴标准"
      size="small"
      extra={may(me, 'subsidy:act') && !adding && <Button onClick={() => setAdding(true)}>订立新一版</Button>}
    >
      {adding && (
        <TariffForm
          onSaved={(version) => {
            setAdding(false);
            void message.success(`已订立第${version}版`);
          }}
        />
      )}
      <Loaded of={tariffs}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>还没有补贴标准，订立以后才能申报</Nothing>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>标准</th>
                  <th>生效日期</th>
                  <th>每件金额</th>
                  <th>群体系数</th>
                  <th>核验</th>
                </tr>
              </thead>
              <tbody>
                {list.map((t) => (
                  <tr key={t.id}>
                    <td>
                      {t.title}（第{t.version}版）{t.paper !== null && <small className="under">{t.paper}</small>}
                    </td>
                    <td>{t.effective_from}</td>
                    <td>
                      {t.terms.rates
                        .map((r) => `${levelTitles[r.level]}${formTitles[r.form]}${yuan(r.fen)}元`)
                        .join('；')}
                    </td>
                    <td>{t.terms.groups.map((g) => `${g.people}人以上×${g.permille / 1000}`).join('；') || '不设'}</td>
                    <td>
                      {t.terms.same_parties_days > 0 && `同一当事人${t.terms.same_parties_days}日内一次；`}
                      {t.terms.similar_percent > 0 && `文字雷同${t.terms.similar_percent}%以上不补；`}
                      {t.terms.performed_only && '协议须已履行；'}
                      评查{t.terms.pass_mark}分合格；公示{t.terms.notice_days}日
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Card>
  );
}
