import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Popconfirm } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { type FieldMistake, problemIn } from '../../api/problem';
import { type EntryDetail, entryQuery, type FieldDoc, type Register, registerFormQuery } from '../../api/queries';
import { EdgeFields } from '../../form/edge-fields';
import { useLeaveWarning } from '../../form/leaving';
import { SaveTrouble } from '../../form/trouble';
import { FIELDS, filledFields, placeMistakes } from '../../form/values';
import { Loaded } from '../../parts/page';
import { OrganisationPicker } from '../../parts/pickers';
import { momentOf } from '../../parts/words';
import { useMe } from '../../shell/session';

interface Props {
  readonly register: Register;
  readonly today: string;
  readonly onClose: () => void;
}

/** Enters an entry, or shows one with its past and amends it. */
export function EntryDrawer(props: Props & { id: string | null }) {
  const { register, id } = props;
  const docs = useQuery(registerFormQuery(register.name));
  return (
    <Drawer open width={680} title={`${register.title}${id === null ? '：登记' : ''}`} onClose={props.onClose}>
      <Loaded of={docs}>
        {(fields) =>
          id === null ? (
            <EntryForm {...props} docs={fields} entry={null} />
          ) : (
            <Standing {...props} id={id} docs={fields} />
          )
        }
      </Loaded>
    </Drawer>
  );
}

function Standing(props: Props & { id: string; docs: readonly FieldDoc[] }) {
  const entry = useQuery(entryQuery(props.register.name, props.id));
  return (
    <Loaded of={entry}>
      {(found) => (
        <>
          <EntryForm key={found.revision} {...props} entry={found} />
          <h2>经过</h2>
          <ul className="notices">
            {found.revisions.map((r) => (
              <li key={r.revision}>
                第{r.revision}版　{momentOf(r.recorded_at)}　{r.recorded_by ?? '系统'}
                <p>{r.cells.map((c) => `${c.label}：${c.text}`).join('；')}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function EntryForm(props: Props & { docs: readonly FieldDoc[]; entry: EntryDetail | null }) {
  const { register, docs, entry } = props;
  const me = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ organisation_id: string; fields?: unknown }>();
  const [touched, setTouched] = useState(false);
  const [left, setLeft] = useState<readonly FieldMistake[]>([]);
  const letGo = useLeaveWarning(touched);
  const done = async (words: string) => {
    letGo();
    void message.success(words);
    props.onClose();
    await queries.invalidateQueries();
  };
  const save = useMutation({
    mutationFn: (given: { organisation_id: string; fields?: unknown }) => {
      const values = filledFields(given.fields);
      return entry === null
        ? answerOf(
            api.POST('/api/v1/registers/{register}', {
              params: { path: { register: register.name } },
              body: { organisation_id: given.organisation_id, values },
            }),
          )
        : answerOf(
            api.PUT('/api/v1/registers/{register}/{id}', {
              params: { path: { register: register.name, id: entry.id } },
              body: { revision: entry.revision, values },
            }),
          );
    },
    onSuccess: () => done(entry === null ? '已登记' : '已更正，旧版留存'),
    onError: (error) => setLeft(placeMistakes(form, docs, ['organisation_id'], problemIn(error).mistakes)),
  });
  const strike = useMutation({
    mutationFn: (standing: EntryDetail) =>
      answerOf(
        api.POST('/api/v1/registers/{register}/{id}/strike', {
          params: { path: { register: register.name, id: standing.id } },
          body: { revision: standing.revision },
        }),
      ),
    onSuccess: () => done('已作废，各版留存'),
  });
  const failed = save.error ?? strike.error;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{
        organisation_id: entry?.organisation.id ?? me.posts[0]?.organisation.id,
        [FIELDS]: Object.fromEntries(entry?.cells.map((c) => [c.name, c.value]) ?? []),
      }}
      onValuesChange={() => setTouched(true)}
      onFinish={(values) => save.mutate(values)}
      scrollToFirstError={{ block: 'center', focus: true }}
    >
      {entry === null ? (
        <Form.Item name="organisation_id" label="登记单位" rules={[{ required: true, message: '请选择登记单位' }]}>
          <OrganisationPicker />
        </Form.Item>
      ) : (
        <p className="quiet">登记单位：{entry.organisation.name}</p>
      )}
      <EdgeFields caseKind="" docs={docs} today={props.today} />
      {failed !== null && <SaveTrouble problem={problemIn(failed)} left={left} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {entry === null ? '登记' : '更正'}
        </Button>
        {entry !== null && entry.case_id === null && (
          <Popconfirm
            title="这一条是误登的？作废后不再统计。"
            okText="作废"
            cancelText="取消"
            onConfirm={() => strike.mutate(entry)}
          >
            <Button danger loading={strike.isPending}>
              作废
            </Button>
          </Popconfirm>
        )}
      </div>
    </Form>
  );
}
