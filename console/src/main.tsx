import { render } from 'preact';
import './page/style/tokens.css';
import './page/style/controls.css';
import './page/style/frame.css';
import './form/form.css';
import './result/result.css';
import './call/call.css';
import './operator/operator.css';
import { learn } from './action/catalogue';
import { App } from './page/App';
import { follow } from './page/route';
import { resume, shareWithOtherTabs } from './session/session';
import './theme/theme';

follow();
shareWithOtherTabs();
void learn();
void resume();
render(<App />, document.getElementById('page') as HTMLElement);
