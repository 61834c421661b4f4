// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadsdock.h"

#include "services/uploads/uploadqueue.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"
#include "ui/uploads/uploadshead.h"

#include <QDir>

#include <algorithm>
#include <utility>

// What concerns the whole queue, over its table.
namespace falconer {

using namespace Qt::StringLiterals;

bool UploadsDock::isPutAside() const
{
    return m_queue.putAside().has_value() && !m_hasSeenPutAside;
}

// What concerns the whole queue stands over it, the worst first. Told when it changes: figures
// change often.
void UploadsDock::showMatters()
{
    Matters matters;
    const QList<UntrustedServer> untrusted = m_queue.untrustedServers();
    if (m_isOpen && !untrusted.isEmpty())
        matters.untrusted = untrusted.constFirst().profileId;
    else if (m_isOpen && m_queue.storageError())
        matters.isNotKept = true;
    else if (m_isOpen && isPutAside())
        matters.isPutAside = true;
    else if (m_isOpen && m_queue.totals().interrupted == 0)
        matters = signInMatter();
    else if (m_isOpen)
        matters = { .interrupted = m_queue.totals().interrupted, .held = m_queue.totals().held };
    if (matters != std::exchange(m_matters, matters))
        tell(matters);
}

void UploadsDock::tell(const Matters &matters)
{
    if (!matters.untrusted.isEmpty()) {
        tellOfCertificate(matters.untrusted);
    } else if (matters.isNotKept) {
        const Error &error = *m_queue.storageError();
        m_banner->showMessage(Tone::Failure,
            error.code == "busy"_L1 ? tr("Another Falconer has the queue.")
                                    : tr("The queue cannot be kept on this computer's disk."),
            tr("What happens here from now on is lost when this Falconer ends."), error.message);
    } else if (matters.isPutAside) {
        const Error &aside = *m_queue.putAside();
        m_banner->showMessage(Tone::Attention,
            tr("The file of the queue was damaged. The queue begins anew without what it held."),
            tr("The damaged file is now %1.").arg(QDir::toNativeSeparators(aside.where)),
            aside.message);
        m_banner->setDismissable(true);
    } else if (matters.interrupted > 0) {
        QStringList next{ tr("Nothing goes there before you say so. What the server has already is "
                             "not sent again.") };
        if (matters.held > 0)
            next << tr("%n file(s) that waited for the same server wait(s) for this, too.", nullptr,
                matters.held);
        m_banner->showMessage(Tone::Attention,
            tr("Falconer ended while %n file(s) were being sent.", nullptr, matters.interrupted),
            next.join(u' '));
        m_banner->setAction(tr("Send all %n", nullptr, matters.interrupted + matters.held));
    } else if (matters.toSignIn > 0) {
        m_banner->showMessage(Tone::Attention,
            tr("%n file(s) wait(s) until you sign in to %1.", nullptr, matters.toSignIn)
                .arg(m_names(matters.signIn)));
        m_banner->setAction(tr("Sign in..."));
    } else {
        m_banner->clear();
    }
}

// That of the window asks by itself, and before it has one all profiles are in sight.
UploadsDock::Matters UploadsDock::signInMatter() const
{
    if (m_profile.isEmpty())
        return {};
    const QMap<QString, int> waiting = m_queue.waitingForSignIn();
    for (const auto &[profile, count] : waiting.asKeyValueRange()) {
        if (profile != m_profile && !m_names(profile).isEmpty())
            return { .signIn = profile, .toSignIn = count };
    }
    return {};
}

void UploadsDock::tellOfCertificate(const QString &profileId)
{
    const QList<UntrustedServer> servers = m_queue.untrustedServers();
    const auto server = std::ranges::find(servers, profileId, &UntrustedServer::profileId);
    m_banner->showMessage(Tone::Failure,
        certificateText(m_names(profileId), !server->trustedBefore.isEmpty()).sentence,
        tr("Nothing is sent there, and what is for it waits, until you trust it."));
    m_banner->setAction(tr("Look at it..."));
}

// What is held goes on with what it waits for.
void UploadsDock::answerMatter()
{
    if (!m_matters.untrusted.isEmpty())
        emit trustWanted(m_matters.untrusted);
    else if (m_matters.toSignIn > 0)
        emit signInWanted(m_matters.signIn);
    else
        m_queue.retry(those(isInterrupted));
}

} // namespace falconer
