import { LitElement, html, css } from 'lit';
import { JsonRpc } from 'jsonrpc';
import '@vaadin/button';

const EVERY = 1000; // ms

/** The realms, their sessions and the last refreshes; all that is shown of a token is a fingerprint. */
export class QwcTollgateRealms extends LitElement {

    static styles = css`
        :host { display: flex; flex-direction: column; gap: 24px; padding: 16px; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--lumo-contrast-10pct); }
        .failed { color: var(--lumo-error-text-color); }
        .quiet { color: var(--lumo-secondary-text-color); }
    `;

    static properties = {
        _sessions: { state: true },
        _timeline: { state: true },
        _answer: { state: true },
        _now: { state: true }
    };

    jsonRpc = new JsonRpc(this);

    constructor() {
        super();
        this._sessions = [];
        this._timeline = [];
        this._answer = '';
        this._now = Date.now();
    }

    connectedCallback() {
        super.connectedCallback();
        this._ask();
        this._asking = setInterval(() => this._ask(), EVERY);
    }

    disconnectedCallback() {
        clearInterval(this._asking);
        super.disconnectedCallback();
    }

    _ask() {
        this._now = Date.now();
        this.jsonRpc.sessions().then(answer => { this._sessions = answer.result; });
        this.jsonRpc.timeline().then(answer => { this._timeline = answer.result; });
    }

    _do(call) {
        this._answer = '';
        call.then(answer => {
            this._answer = answer.result;
            this._ask();
        }).catch(answer => {
            this._answer = answer.error ? answer.error.message : String(answer);
        });
    }

    render() {
        return html`
            <table id="realms">
                <thead><tr>
                    <th>Realm</th><th>Session</th><th>State</th><th>Generation</th><th>Token</th><th>Expires in</th>
                    <th>Waiters</th><th>Last failure</th><th></th>
                </tr></thead>
                <tbody>${this._sessions.map(session => this._row(session))}</tbody>
            </table>
            <div id="answer" class="quiet">${this._answer}</div>
            <h4>The last refreshes</h4>
            <table id="timeline">
                <thead><tr>
                    <th>When</th><th>Realm</th><th>Session</th><th>Outcome</th><th>Reason</th><th></th>
                </tr></thead>
                <tbody>${this._timeline.map(refresh => this._line(refresh))}</tbody>
            </table>`;
    }

    _row(it) {
        const which = { realm: it.realm, session: it.session };
        return html`
            <tr class="session" data-realm="${it.realm}" data-session="${it.session}">
                <td>${it.realm}</td>
                <td>${it.session}</td>
                <td class="state">${it.state.replaceAll('_', ' ').toLowerCase()}</td>
                <td class="generation">${it.generation}</td>
                <td class="token"><code>${it.token}</code></td>
                <td class="expiry">${this._timeUntil(it.expiresAt)}</td>
                <td class="waiters">${it.waiters}</td>
                <td class="failure failed">${it.failure}${it.failingSince ? html` (since ${it.failingSince})` : ''}</td>
                <td>
                    <vaadin-button class="refresh" theme="small"
                        @click=${() => this._do(this.jsonRpc.refresh(which))}>Refresh now</vaadin-button>
                    <vaadin-button class="sign-out" theme="small error"
                        @click=${() => this._do(this.jsonRpc.signOut(which))}>Sign out</vaadin-button>
                </td>
            </tr>`;
    }

    _line(it) {
        return html`
            <tr class="${it.outcome === 'refreshed' ? '' : 'failed'}">
                <td>${it.at}</td><td>${it.realm}</td><td>${it.session}</td>
                <td class="outcome">${it.outcome}</td><td>${it.reason.replaceAll('_', ' ').toLowerCase()}</td>
                <td>${it.detail}</td>
            </tr>`;
    }

    _timeUntil(moment) {
        if (!moment) {
            return '';
        }
        const seconds = Math.round((Date.parse(moment) - this._now) / 1000);
        return seconds > 0 ? `${seconds} s` : 'expired';
    }
}

customElements.define('qwc-tollgate-realms', QwcTollgateRealms);
