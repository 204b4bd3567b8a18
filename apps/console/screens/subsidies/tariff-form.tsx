import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { MoneyInput } from '../../parts/money-input';
import { type Form as AgreementForm, forms, formTitles, type Level, levels, levelTitles } from './words';

/** Papers that a mediation file may be asked for. */
const paperOptions = [
  ['mediation.intake-form', '受理登记表'],
  ['mediation.session-record', '调解记录'],
  ['mediation.agreement', '调解协议书'],
  ['mediation.oral-agreement', '口头协议登记表'],
  ['mediation.follow-up-record', '回访记录'],
  ['mediation.file-cover', '卷宗封面'],
].map(([value, label]) => ({ value, label }));

interface Values {
  title: string;
  paper?: string;
  effective_from: string;
  rates?: Partial<Record<Level, Partial<Record<AgreementForm, number | null>>>>;
  groups?: readonly { people?: number | null; permille?: number | null }[];
  papers?: Partial<Record<AgreementForm, string[]>>;
  evidence?: Partial<Record<Level, { people?: number | null; claim_fen?: number | null; sessions?: number | null }>>;
  same_parties_days: number;
  similar_percent: number;
  similar_min_length: number;
  performed_only: boolean;
  pass_mark: number;
  notice_days: number;
}

/** What the form holds as the version it describes: empty cells pay nothing and ask for nothing. */
const bodyOf = ({ rates, groups, papers, evidence, paper, ...rest }: Values) => ({
  ...rest,
  ...(paper ? { paper } : {}),
  rates: levels.flatMap((level) =>
    forms.flatMap((form) => {
      const fen = rates?.[level]?.[form];
      return typeof fen === 'number' && fen > 0 ? [{ level, form, fen }] : [];
    }),
  ),
  groups: (groups ?? []).flatMap(({ people, permille }) =>
    typeof people === 'number' && typeof permille === 'number' ? [{ people, permille }] : [],
  ),
  papers: papers ?? {},
  evidence: levels.flatMap((level) => {
    const asked = Object.entries(evidence?.[level] ?? {}).filter(([, v]) => typeof v === 'number');
    return asked.length === 0 ? [] : [{ level, ...Object.fromEntries(asked) }];
  }),
});

/** One new version of the tariff; the one before ends on its eve. */
export function TariffForm(props: { onSaved: (version: number) => void }) {
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (values: Values) => answerOf(api.POST('/api/v1/subsidies/tariffs', { body: bodyOf(values) })),
    onSuccess: async (tariff) => {
      await queries.invalidateQueries({ queryKey: ['subsidies'] });
      props.onSaved(tariff.version);
    },
  });
  const problem = save.isError ? problemIn(save.error) : null;
  const needed = [{ required: true, message: '必填' }];
  const whole = (label: string, name: keyof Values, extra?: string) => (
    <Form.Item name={name} label={label} rules={needed} extra={extra}>
      <InputNumber<number> min={0} precision={0} style={{ width: '100%' }} />
    </Form.Item>
  );
  return (
    <Form<Values>
      layout="vertical"
      onFinish={(values) => save.mutate(values)}
      initialValues={{
        same_parties_days: 30,
        similar_percent: 85,
        similar_min_length: 40,
        performed_only: true,
        pass_mark: 80,
        notice_days: 5,
        groups: [],
      }}
    >
      <div className="fields">
        <Form.Item name="title" label="标准名称" rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="paper" label="文号">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="effective_from" label="生效日期" rules={needed}>
          <DayInput />
        </Form.Item>
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th>每件金额</th>
            {forms.map((form) => (
              <th key={form}>{formTitles[form]}</th>
            ))}
            <th>等级依据：涉及人数达到</th>
            <th>或者涉案金额达到</th>
            <th>或者调解次数达到</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level}>
              <th scope="row">{levelTitles[level]}</th>
              {forms.map((form) => (
                <td key={form}>
                  <Form.Item name={['rates', level, form]} noStyle>
                    <MoneyInput />
                  </Form.Item>
                </td>
              ))}
              <td>
                <Form.Item name={['evidence', level, 'people']} noStyle>
                  <InputNumber<number> min={1} precision={0} />
                </Form.Item>
              </td>
              <td>
                <Form.Item name={['evidence', level, 'claim_fen']} noStyle>
                  <MoneyInput />
                </Form.Item>
              </td>
              <td>
                <Form.Item name={['evidence', level, 'sessions']} noStyle>
                  <InputNumber<number> min={1} precision={0} />
                </Form.Item>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="fields">
        {forms.map((form) => (
          <Form.Item key={form} name={['papers', form]} label={`${formTitles[form]}案件必备材料`}>
            <Select mode="multiple" options={paperOptions} optionFilterProp="label" />
          </Form.Item>
        ))}
        <Form.List name="groups">
          {(items, { add, remove }) => (
            <Form.Item label="群体系数">
              {items.map((item) => (
                <p key={item.key}>
                  <Form.Item name={[item.name, 'people']} noStyle>
                    <InputNumber<number> min={2} precision={0} addonAfter="人以上" />
                  </Form.Item>
                  <Form.Item name={[item.name, 'permille']} noStyle>
                    <InputNumber<number> min={1} precision={0} addonBefore="×" addonAfter="‰" />
                  </Form.Item>
                  <Button type="link" onClick={() => remove(item.name)}>
                    删除
                  </Button>
                </p>
              ))}
              <Button onClick={() => add()}>增加一档</Button>
            </Form.Item>
          )}
        </Form.List>
        {whole('同一当事人多少日内只补一次', 'same_parties_days', '0为不查')}
        {whole('文字雷同百分比', 'similar_percent', '0为不查')}
        {whole('不足多少字不查雷同', 'similar_min_length')}
        {whole('评查合格分数', 'pass_mark')}
        {whole('公示天数', 'notice_days')}
        <Form.Item name="performed_only" valuePropName="checked">
          <Checkbox>只补协议已经履行的</Checkbox>
        </Form.Item>
      </div>
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          订立
        </Button>
      </div>
    </Form>
  );
}
