// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadmenu.h"

#include "services/uploads/uploadqueue.h"
#include "services/uploads/uploadrules.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::UploadMenu)
};

// Whether something that waits stands before it.
bool canBeFirst(const UploadQueue &queue, qint64 id)
{
    const auto waits = [](const Upload &upload) {
        return upload.state == UploadState::Waiting || upload.state == UploadState::NotConnected;
    };
    const Upload *const upload = queue.find(id);
    if (upload == nullptr || !waits(*upload))
        return false;
    return std::ranges::find_if(queue.uploads(), waits)->id != id;
}

void add(UploadVerdicts &verdicts, UploadState state)
{
    verdicts.canRemove = true;
    verdicts.canPause |= canPause(state);
    verdicts.canResume |= canResume(state);
    verdicts.canRetry |= canRetry(state);
}

template <typename Does>
void add(QMenu &menu, const QString &text, bool enabled, const QString &why, Does does)
{
    QAction *const action = menu.addAction(text);
    action->setEnabled(enabled);
    if (!enabled)
        action->setToolTip(why);
    QObject::connect(action, &QAction::triggered, &menu, does);
}

} // namespace

UploadVerdicts uploadVerdicts(const UploadQueue &queue, const QList<qint64> &ids)
{
    UploadVerdicts verdicts;
    for (const qint64 id : ids) {
        if (const Upload *const upload = queue.find(id))
            add(verdicts, upload->state);
    }
    verdicts.canBeFirst = ids.size() == 1 && canBeFirst(queue, ids.constFirst());
    return verdicts;
}

UploadVerdicts uploadVerdictsOfAll(const UploadQueue &queue)
{
    UploadVerdicts verdicts;
    for (int state = 0; state <= int(UploadState::Done); ++state) {
        if (queue.count(UploadState(state)) > 0)
            add(verdicts, UploadState(state));
    }
    return verdicts;
}

void fillUploadMenu(QMenu &menu, UploadQueue &queue, const QList<qint64> &ids,
    const std::function<void(qint64, UploadAnswer)> &answer)
{
    const Upload *const one = ids.size() == 1 ? queue.find(ids.constFirst()) : nullptr;
    if (one != nullptr) {
        QList<UploadAnswer> answers = uploadAnswers(*one);
        if (needsSignIn(*one))
            answers << UploadAnswer::SignIn;
        for (const UploadAnswer offered : std::as_const(answers)) {
            if (offered == UploadAnswer::Remove)
                continue; // below, for all
            QAction *const action = menu.addAction(uploadAnswerText(*one, offered));
            action->setToolTip(uploadAnswerToolTip(*one, offered));
            QObject::connect(action, &QAction::triggered, &menu,
                [answer, id = one->id, offered] { answer(id, offered); });
        }
        if (!menu.isEmpty())
            menu.addSeparator();
    }
    const UploadVerdicts can = uploadVerdicts(queue, ids);
    add(menu, Words::tr("Pause"), can.canPause, Words::tr("Nothing of this is under way."),
        [&queue, ids] { queue.pause(ids); });
    add(menu, Words::tr("Resume"), can.canResume, Words::tr("Nothing of this is paused."),
        [&queue, ids] { queue.resume(ids); });
    add(menu, Words::tr("This first"), can.canBeFirst,
        Words::tr("Only for one that waits, and is not the first of them."),
        [&queue, ids] { queue.sendFirst(ids.constFirst()); });
    if (one != nullptr)
        add(menu, Words::tr("Copy path"), true, {},
            [path = one->path] { QGuiApplication::clipboard()->setText(path); });
    menu.addSeparator();
    add(menu, Words::tr("Remove"), can.canRemove, {}, [&queue, ids] { queue.cancel(ids); });
}

} // namespace falconer
