// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "ui/shared/icons.h"

#include <QAbstractButton>
#include <QFontMetricsF>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int doorWidth = Metrics::railWidth - 5;
constexpr int doorHeight = 44;
constexpr int pictureSize = 16;
constexpr float dimmed = 0.45F; // what has no workspace yet

// A picture over a word.
class Door final : public QAbstractButton {
public:
    Door(Icon picture, const QString &title, QWidget *parent)
        : QAbstractButton(parent)
        , m_picture(picture)
    {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(doorHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(hasFocus() ? c.accent : Qt::transparent);
        painter.setBrush(isChecked()          ? c.selectedRow
                : isEnabled() && underMouse() ? c.hover
                                              : QColor(Qt::transparent));
        painter.drawRoundedRect(outline, Metrics::controlRadius, Metrics::controlRadius);
        QColor colour = isChecked() ? c.running.onSelected : c.quiet.text;
        if (!isEnabled())
            colour.setAlphaF(dimmed);
        paintIcon(painter, QRect(0, 7, width(), pictureSize), m_picture, colour);
        painter.setPen(colour);
        painter.drawText(QRect(0, 25, width(), 15), Qt::AlignCenter, text());
    }

private:
    Icon m_picture;
};

// One size for all, at which the longest word in this language fits.
QFont doorFont(const QStringList &titles)
{
    QFont font = themeFont(TextSize::Small);
    const auto fits = [&font](const QString &title) {
        return QFontMetricsF(font).horizontalAdvance(title) <= doorWidth - 1;
    };
    while (font.pointSizeF() > 6 && !std::all_of(titles.begin(), titles.end(), fits))
        font.setPointSizeF(font.pointSizeF() - 0.25);
    return font;
}

QKeySequence keysOf(WorkspaceKind kind)
{
    return { Qt::CTRL | Qt::Key(Qt::Key_1 + int(kind)) };
}

QString purposeOf(WorkspaceKind kind)
{
    switch (kind) {
    case WorkspaceKind::Deploy:
        return Rail::tr("Targets, distribution sets and what they install");
    case WorkspaceKind::Repository:
        return Rail::tr("Software modules, their files, and distribution sets");
    case WorkspaceKind::Rollouts:
        return Rail::tr("Distribution sets on their way to many targets in groups");
    case WorkspaceKind::Actions:
        return Rail::tr("All actions of the server, running and ended");
    case WorkspaceKind::Types:
        return Rail::tr("Tags and types");
    case WorkspaceKind::Server:
        return Rail::tr("Settings of the server, who you are and what you may do");
    }
    return {};
}

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", u"rail"_s);
    setFixedWidth(Metrics::railWidth);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 7, 2, 7);
    layout->setSpacing(4);

    const struct {
        WorkspaceKind kind;
        Icon picture;
        QString title;
    } doors[] = { { WorkspaceKind::Deploy, Icon::Deploy, tr("Deploy") },
        { WorkspaceKind::Repository, Icon::Repository, tr("Repository") },
        { WorkspaceKind::Rollouts, Icon::Rollouts, tr("Rollouts") },
        { WorkspaceKind::Actions, Icon::Actions, tr("Actions") },
        { WorkspaceKind::Types, Icon::Types, tr("Types") },
        { WorkspaceKind::Server, Icon::Server, tr("Server") } };
    QStringList titles;
    for (const auto &door : doors)
        titles << door.title;
    for (const auto &[kind, picture, title] : doors) {
        auto *const door = new Door(picture, title, this);
        door->setFont(doorFont(titles));
        auto *const shortcut = new QShortcut(keysOf(kind), this); // its own would click late
        connect(shortcut, &QShortcut::activated, door, &QAbstractButton::click);
        connect(door, &QAbstractButton::clicked, this, [this, kind = kind] { emit chosen(kind); });
        layout->addWidget(door);
        m_doors.insert(kind, door);
    }
    layout->addStretch(1);
    setAvailable({});
}

void Rail::setAvailable(const QList<WorkspaceKind> &kinds)
{
    for (auto it = m_doors.cbegin(); it != m_doors.cend(); ++it) {
        QAbstractButton *const door = it.value();
        door->setEnabled(kinds.contains(it.key()));
        door->setToolTip(door->isEnabled() ? tr("%1 (%2)").arg(purposeOf(it.key()),
                             keysOf(it.key()).toString(QKeySequence::NativeText))
                                           : tr("%1 comes with a later version").arg(door->text()));
    }
}

void Rail::setCurrent(WorkspaceKind kind)
{
    m_doors.value(kind)->setChecked(true);
}

} // namespace falconer
