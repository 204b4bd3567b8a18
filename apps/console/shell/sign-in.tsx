import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { answerOf, api, type Schemas } from '../api/client';
import { problemIn } from '../api/problem';
import type { Me } from '../api/queries';

export function SignInForm(props: { onEntered: (me: Me) => void }) {
  const signIn = useMutation({
    mutationFn: (body: Schemas['SignInDto']) => answerOf(api.POST('/api/v1/session', { body })),
    onSuccess: props.onEntered,
  });
  return (
    <Form<Schemas['SignInDto']>
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => signIn.mutate({ login: values.login.trim(), password: values.password })}
    >
      <Form.Item name="login" label="用户名" rules={[{ required: true, whitespace: true, message: '请输入用户名' }]}>
        <Input autoFocus autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {signIn.isError && <Alert type="error" showIcon role="alert" message={signInWords(signIn.error)} />}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending} className="sign-in-go">
        登录
      </Button>
    </Form>
  );
}

/** A 401 here is no lost session but a wrong name or password; which of them is not told. */
function signInWords(error: unknown): string {
  const problem = problemIn(error);
  return problem.status === 401 ? '用户名或者密码不正确。' : problem.message;
}

export function SignInPage(props: { onEntered: (me: Me) => void }) {
  return (
    <main className="sign-in">
      <title>登录 · 案卷</title>
      <section className="sign-in-box">
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <h1>案卷</h1>
        <p>司法局案件办理系统</p>
        <SignInForm onEntered={props.onEntered} />
      </section>
    </main>
  );
}
