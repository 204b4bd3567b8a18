import { Sessions, type SignedAccount } from '@anjuan/identity';
import { createParamDecorator, type ExecutionContext, HttpStatus, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { Problem } from './problem';

/** 账号口令登录, by passport-local. Passport says who it is; our table of sessions remembers it. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly sessions: Sessions) {
    super({ usernameField: 'login', passwordField: 'password', session: false });
  }

  async validate(login: string, password: string): Promise<SignedAccount | false> {
    return (await this.sessions.verify(login, password)) ?? false;
  }
}

@Injectable()
export class SignInGuard extends AuthGuard('local') {
  /** `status` is 400 where passport finds no login or password in the body. */
  override handleRequest<Account>(
    error: unknown,
    account: Account,
    _info: unknown,
    _: unknown,
    status?: number,
  ): Account {
    if (error) throw error;
    if (account) return account;
    if (status === HttpStatus.BAD_REQUEST)
      throw new Problem(HttpStatus.BAD_REQUEST, 'invalid', '填写有误', [
        { field: 'login', value: null, rule: '请填写账号和口令' },
      ]);
    throw new Problem(HttpStatus.UNAUTHORIZED, 'wrong-password', '账号或口令不正确');
  }
}

/** The account that has just proved itself. */
export const Proven = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedAccount =>
    context.switchToHttp().getRequest<{ user: SignedAccount }>().user,
);
