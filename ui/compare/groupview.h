// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTreeView>

#include <functional>

namespace falconer {

// Shows a GroupList (models/grouplist.h): heads that open and close, devices below them. What is
// selected and open stays while rows come, go and change places.
class GroupView final : public QTreeView {
    Q_OBJECT

public:
    explicit GroupView(QAbstractItemModel &model, QWidget *parent = nullptr);

    // Whether a head that has just come is open; none is unless this says so.
    void setOpensAtFirst(std::function<bool(const QModelIndex &head)> opens);
    // Runs a change of the model, through which devices stay selected that got another head.
    void keepSelection(const std::function<void()> &change);
    // Of the selected rows, each once. A head stands for all below it.
    QStringList selectedDevices() const;

signals:
    void devicesChosen(const QStringList &controllerIds); // by a click or by Enter
    void copyWanted();
    void selectionChangedTo(const QStringList &controllerIds);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void drawBranches(
        QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void span(int first, int last);
    void fitColumns();
    void fitOnce();
    void announceSelection();

    std::function<bool(const QModelIndex &)> m_opens;
    QStringList m_announced;
    bool m_isChanging = false;
    int m_fittedWidth = 0;
    bool m_isFitting = false;
    bool m_mustFitAgain = false;
};

} // namespace falconer
