// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/limitsmenu.h"

#include "ui/shared/theme.h"
#include "ui/uploads/uploadtext.h"

#include <QActionGroup>
#include <QSettings>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView atOnceKey("uploads/atOnce");
constexpr QLatin1StringView speedKey("uploads/bytesPerSecond");
constexpr qint64 mebibyte = 1024LL * 1024;
constexpr int mostAtOnce = 8;

} // namespace

UploadLimits rememberedLimits(const QSettings &settings, const UploadLimits &usual)
{
    return { .atOnce = std::clamp(settings.value(atOnceKey, usual.atOnce).toInt(), 1, mostAtOnce),
        .bytesPerSecond
        = std::max<qint64>(0, settings.value(speedKey, usual.bytesPerSecond).toLongLong()) };
}

LimitsMenu::LimitsMenu(UploadQueue &queue, QSettings &settings, QWidget *parent)
    : QMenu(parent)
    , m_queue(queue)
    , m_settings(settings)
{
    m_queue.setLimits(rememberedLimits(settings, queue.limits()));
    addChoices();
}

// Our style sheet draws no titles of sections.
void LimitsMenu::addHeading(const QString &title)
{
    if (!isEmpty())
        addSeparator();
    QAction *const heading = addAction(title);
    heading->setEnabled(false);
    heading->setFont(themeFont(TextSize::Secondary, QFont::DemiBold));
}

void LimitsMenu::addChoices()
{
    const UploadLimits now = m_queue.limits();
    addHeading(tr("Files at once"));
    auto *const counts = new QActionGroup(this);
    for (const int count : { 1, 2, 3, 4, 6, mostAtOnce }) {
        QAction *const action = addAction(QString::number(count));
        action->setCheckable(true);
        action->setChecked(count == now.atOnce);
        counts->addAction(action);
        connect(action, &QAction::triggered, this, [this, count] {
            choose({ .atOnce = count, .bytesPerSecond = m_queue.limits().bytesPerSecond });
        });
    }
    addHeading(tr("Speed of all together"));
    auto *const speeds = new QActionGroup(this);
    QList<qint64> choices{ 0, mebibyte, 2 * mebibyte, 5 * mebibyte, 10 * mebibyte, 20 * mebibyte,
        50 * mebibyte, 100 * mebibyte };
    if (!choices.contains(now.bytesPerSecond))
        choices << now.bytesPerSecond;
    for (const qint64 speed : std::as_const(choices)) {
        QAction *const action = addAction(
            speed == 0 ? tr("as fast as possible") : tr("at most %1").arg(speedText(speed)));
        action->setCheckable(true);
        action->setChecked(speed == now.bytesPerSecond);
        speeds->addAction(action);
        connect(action, &QAction::triggered, this, [this, speed] {
            choose({ .atOnce = m_queue.limits().atOnce, .bytesPerSecond = speed });
        });
    }
}

void LimitsMenu::choose(const UploadLimits &limits)
{
    m_queue.setLimits(limits);
    m_settings.setValue(atOnceKey, limits.atOnce);
    m_settings.setValue(speedKey, limits.bytesPerSecond);
    emit changed();
}

QString LimitsMenu::summary() const
{
    const UploadLimits now = m_queue.limits();
    return now.bytesPerSecond == 0
        ? tr("%n at once", nullptr, now.atOnce)
        : tr("%n at once, %1", nullptr, now.atOnce).arg(speedText(now.bytesPerSecond));
}

} // namespace falconer
