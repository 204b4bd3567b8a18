import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input } from 'antd';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { Loaded, Nothing } from '../../parts/page';
import { PersonPicker } from '../../parts/pickers';
import { payeesQuery } from './queries';

interface Values {
  person_id: string;
  payroll_from?: string | null;
  payroll_to?: string | null;
  id_number?: string;
  bank_account?: string;
}
const filled = (values: Omit<Values, 'person_id'>) =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => typeof v === 'string' && v.trim() !== ''));

/** 领取人: who draws a public salary and is therefore not paid per case; numbers for the payment list, shown masked. */
export function Payees() {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const payees = useQuery(payeesQuery);
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: ({ person_id, ...rest }: Values) =>
      answerOf(api.PUT('/api/v1/subsidies/payees/{id}', { params: { path: { id: person_id } }, body: filled(rest) })),
    onSuccess: async (payee) => {
      void message.success(`已登记：${payee.name}`);
      form.resetFields();
      await queries.invalidateQueries({ queryKey: payeesQuery.queryKey });
    },
  });
  const problem = save.isError ? problemIn(save.error) : null;
  return (
    <Card title="领取人" size="small">
      <Form<Values> form={form} layout="vertical" onFinish={(values) => save.mutate(values)}>
        <div className="fields">
          <Form.Item name="person_id" label="人员" rules={[{ required: true, message: '请选择人员' }]}>
            <PersonPicker />
          </Form.Item>
          <Form.Item name="payroll_from" label="财政供养自" extra="留空即不是财政供养人员">
            <DayInput />
          </Form.Item>
          <Form.Item name="payroll_to" label="财政供养至">
            <DayInput />
          </Form.Item>
          <Form.Item name="id_number" label="身份证号码" extra="留空为不变">
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name="bank_account" label="银行卡号" extra="留空为不变">
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
        </div>
        {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
        <div className="form-foot">
          <Button htmlType="submit" loading={save.isPending}>
            登记领取人
          </Button>
        </div>
      </Form>
      <Loaded of={payees}>
        {(list) =>
          list.length === 0 ? (
            <Nothing>还没有登记领取人资料</Nothing>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th>姓名</th>
                  <th>财政供养</th>
                  <th>身份证号码</th>
                  <th>银行卡号</th>
                </tr>
              </thead>
              <tbody>
                {list.map((p) => (
                  <tr key={p.person_id}>
                    <td>{p.name}</td>
                    <td>{p.payroll_from === null ? '否' : `${p.payroll_from}至${p.payroll_to ?? '今'}`}</td>
                    <td>{p.id_number ?? '未登记'}</td>
                    <td>{p.bank_account ?? '未登记'}</td>
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
