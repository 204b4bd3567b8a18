import { LockOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { may, useMe } from '../../shell/session';
import type { Period } from './queries';

/** 冻结: everything the form is bound to over its period, wholes and parts, in one act; asks once more. */
export function FreezeForm(props: { form: string; name: string; period: Period; again: boolean }) {
  const { form, name, period, again } = props;
  const me = useMe();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const freeze = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/forms/frozen', { body: { ...period, forms: [form] } })),
    onSuccess: async ({ frozen }) => {
      await queries.invalidateQueries({ queryKey: ['forms'] });
      await queries.invalidateQueries({ queryKey: ['frozen-figures'] });
      void message.success(`已冻结${frozen}项总数和分项`);
    },
    onError: (error) => void message.error(problemIn(error).refusals[0]?.message ?? problemIn(error).message),
  });
  if (!may(me, 'figures:freeze')) return null;
  const ask = () =>
    modal.confirm({
      title: `冻结本表${name}的全部数据？`,
      content: `按全辖区统计，总数和分项连同案件清单一次保存。冻结后不能修改、不能撤销，只能以新的冻结取代。${
        again ? '已冻结的由这一次取代；数有变动的，冻结以后应重新填报。' : ''
      }`,
      okText: '冻结',
      onOk: () => freeze.mutateAsync().catch(() => undefined),
    });
  return (
    <Button className="no-print" icon={<LockOutlined />} loading={freeze.isPending} onClick={ask}>
      {again ? '重新冻结本期数据' : '冻结本期数据'}
    </Button>
  );
}
