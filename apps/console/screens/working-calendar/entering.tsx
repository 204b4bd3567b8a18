import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input, InputNumber, Tabs } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { useToday } from '../../api/queries';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import type { Change } from './queries';

const needed = [{ required: true, message: '必填' }];
const festivals = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

/** 录入: from the public file, by hand, or days off of the place. Each leads to its impact list; nothing is in force yet. */
export function Entering() {
  return (
    <Card title="录入" size="small" className="form-card">
      <Tabs
        items={[
          { key: 'file', label: '从文件导入通知', children: <FromFile /> },
          { key: 'hand', label: '手工录入通知', children: <ByHand /> },
          { key: 'local', label: '地方放假安排', children: <Local /> },
        ]}
      />
    </Card>
  );
}

/** What is saved leads to its list. */
export function useProposal<Body>(send: (body: Body) => Promise<Change>) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: send,
    onSuccess: async (change) => {
      await queries.invalidateQueries({ queryKey: ['working-calendar'] });
      void message.success('已录入，请查看影响清单');
      await navigate(`/working-calendar/${change.id}`);
    },
  });
}

function Trouble(props: { error: Error | null }) {
  if (props.error === null) return null;
  const problem = problemIn(props.error);
  return <SaveTrouble problem={problem} left={problem.mistakes.map((m) => ({ ...m, rule: withValue(m) }))} />;
}
const withValue = (m: { value: string; rule: string }): string => (m.value === '' ? m.rule : `${m.value}：${m.rule}`);

const postNotice = (body: Schemas['HolidayNoticeRequestDto']) =>
  answerOf(api.POST('/api/v1/working-calendar/notices', { body }));

function Head() {
  const today = useToday();
  return (
    <>
      <Form.Item name="number" label="文号" rules={needed}>
        <Input maxLength={60} placeholder="如 国办发明电〔2025〕7号" />
      </Form.Item>
      <Form.Item name="issued" label="公布日" rules={needed}>
        <DayInput latest={today} />
      </Form.Item>
    </>
  );
}

interface Chosen {
  readonly name: string;
  readonly content: Record<string, unknown>;
}
const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

function FromFile() {
  const [file, setFile] = useState<Chosen>();
  const [mistake, setMistake] = useState<string>();
  const save = useProposal(postNotice);
  const choose = async (e: ChangeEvent<HTMLInputElement>) => {
    const chosen = e.target.files?.[0];
    setFile(undefined);
    setMistake(undefined);
    if (chosen === undefined) return;
    const content = parsed(await chosen.text());
    if (isRecord(content)) setFile({ name: chosen.name, content });
    else setMistake(`${chosen.name}不是 holiday-cn 的年度 JSON 文件`);
  };
  return (
    <Form<{ number: string; issued: string }>
      layout="vertical"
      onFinish={(head) => {
        if (file === undefined) setMistake('请选择文件');
        else save.mutate({ ...head, file: file.content });
      }}
    >
      <div className="fields">
        <div className="file-field">
          <label htmlFor="holiday-file">年度文件（holiday-cn 的 JSON）</label>
          <input id="holiday-file" type="file" accept=".json,application/json" onChange={(e) => void choose(e)} />
          {mistake !== undefined && (
            <p className="mistake" role="alert">
              {mistake}
            </p>
          )}
        </div>
        <Head />
      </div>
      <Trouble error={save.error} />
      <Foot saving={save.isPending} />
    </Form>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface HandValues {
  number: string;
  issued: string;
  year: number;
  festivals: { name: string; first: string; last: string; make_up?: string }[];
}

function ByHand() {
  const save = useProposal(postNotice);
  const today = useToday();
  const next = today === undefined ? undefined : Number(today.slice(0, 4)) + 1;
  return (
    <Form<HandValues>
      layout="vertical"
      initialValues={{ festivals: festivals.map((name) => ({ name })) }}
      onFinish={({ festivals: rows, ...head }) =>
        save.mutate({ ...head, festivals: rows.map((r) => ({ ...r, make_up: daysIn(r.make_up) })) })
      }
    >
      <div className="fields">
        <Form.Item name="year" label="年度" rules={needed}>
          <InputNumber
            min={2017}
            max={2099}
            precision={0}
            placeholder={next === undefined ? undefined : String(next)}
          />
        </Form.Item>
        <Head />
      </div>
      <Form.List name="festivals">
        {(rows, { add, remove }) => (
          <>
            <table className="plain festivals">
              <thead>
                <tr>
                  <th>节日</th>
                  <th>放假第一天</th>
                  <th>放假最后一天</th>
                  <th>调休上班日（几天用顿号隔开）</th>
                  <th>操作</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, i) => (
                  <tr key={row.key}>
                    <td>
                      <Form.Item name={[row.name, 'name']} rules={needed} noStyle>
                        <Input aria-label={`第${i + 1}个节日`} maxLength={40} />
                      </Form.Item>
                    </td>
                    <td>
                      <Form.Item name={[row.name, 'first']} rules={needed}>
                        <DayInput label={`第${i + 1}个节日放假第一天`} />
                      </Form.Item>
                    </td>
                    <td>
                      <Form.Item name={[row.name, 'last']} rules={needed}>
                        <DayInput label={`第${i + 1}个节日放假最后一天`} />
                      </Form.Item>
                    </td>
                    <td>
                      <Form.Item name={[row.name, 'make_up']} noStyle>
                        <Input aria-label={`第${i + 1}个节日调休上班日`} placeholder="如 2027-01-31、2027-02-20" />
                      </Form.Item>
                    </td>
                    <td>
                      <Button type="text" onClick={() => remove(row.name)} aria-label={`删去第${i + 1}个节日`}>
                        删去
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Button onClick={() => add({ name: '' })}>增加一个节日</Button>
          </>
        )}
      </Form.List>
      <Trouble error={save.error} />
      <Foot saving={save.isPending} />
    </Form>
  );
}

interface LocalValues {
  name: string;
  year: number;
  cite: string;
  off?: string;
  worked?: string;
}

function Local() {
  const save = useProposal((body: Schemas['OverlayRequestDto']) =>
    answerOf(api.POST('/api/v1/working-calendar/overlays', { body })),
  );
  return (
    <Form<LocalValues>
      layout="vertical"
      onFinish={({ off, worked, ...v }) =>
        save.mutate({
          ...v,
          days: [
            ...daysIn(off).map((day) => ({ day, working: false })),
            ...daysIn(worked).map((day) => ({ day, working: true })),
          ],
        })
      }
    >
      <div className="fields">
        <Form.Item name="name" label="节日" rules={needed}>
          <Input maxLength={40} placeholder="如 古尔邦节、三月三" />
        </Form.Item>
        <Form.Item name="year" label="年度" rules={needed}>
          <InputNumber min={2017} max={2099} precision={0} />
        </Form.Item>
        <Form.Item name="cite" label="依据的公告或者文号" rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="off" label="放假日期" extra="几天用顿号隔开；放假和上班都不填，即撤销该年的这一安排">
          <Input placeholder="如 2027-05-16、2027-05-17" />
        </Form.Item>
        <Form.Item name="worked" label="调休上班日">
          <Input placeholder="没有不填" />
        </Form.Item>
      </div>
      <Trouble error={save.error} />
      <Foot saving={save.isPending} />
    </Form>
  );
}

/** Days as people list them. */
const daysIn = (text: string | undefined): string[] => (text ?? '').split(/[、，,;；\s]+/).filter((day) => day !== '');

function Foot(props: { saving: boolean }) {
  return (
    <div className="form-foot">
      <span className="quiet">录入后先看影响清单，由负责人确认才生效。</span>
      <Button type="primary" htmlType="submit" loading={props.saving}>
        录入
      </Button>
    </div>
  );
}
